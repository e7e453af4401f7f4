/** When nightly work begins: an hour of the day in a time zone. */
export interface NightlySchedule {
  /** IANA name. */
  readonly zone: string;
  /** 0–23. */
  readonly hour: number;
}

const DAY_MS = 86_400_000;

/** The newest night that has begun, by the local day on which it does (`2026-11-22`). */
export function dueNight(now: Date, { zone, hour }: NightlySchedule): string {
  const parts = new Map(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    })
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return Number(parts.get('hour')) >= hour ? day : dayBefore(day);
}

const dayBefore = (day: string) =>
  new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length);
