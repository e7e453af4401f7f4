/** Where the office is unless the settings say otherwise: Central Sulawesi (WITA). */
export const FIRST_OFFICE_ZONE = 'Asia/Makassar';

let zone = FIRST_OFFICE_ZONE;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Says where the office is, once when a process starts, as its settings tell (`OFFICE_ZONE`). */
export function setOfficeZone(name: string): void {
  zone = name;
  formats.clear();
}

/** The time zone of the office: days begin and end as there, wherever a reader or this machine is. */
export const officeZone = (): string => zone;

/** Writes instants as the office's clock shows them; made once for each way of writing. */
export function officeFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, format);
  return format;
}

/** What people call the office's time at an instant: WIB, WITA, WIT; elsewhere such as GMT+9. */
export function officeZoneName(at: Date): string {
  const parts = officeFormat('id-ID', { timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
