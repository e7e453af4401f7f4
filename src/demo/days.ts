const DAY_MS = 86_400_000;

/** The moment that lies `days` after `now`; before it when negative. */
export const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

/** A calendar day, `2026-11-21`. */
export const isoDay = (at: Date) => at.toISOString().slice(0, 10);
