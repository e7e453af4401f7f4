/** Reads single settings of an environment; what is wrong with one is noted, and its fallback stands in. */
export interface EnvironmentReader {
  /** Null for what is absent or blank. */
  text(name: string): string | null;
  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T;
  integer(name: string, fallback: number, min: number, max: number): number;
  url(name: string, protocols: readonly string[]): string | null;
  /** Parted by commas. */
  list(name: string): string[];
  zone(name: string, fallback: string): string;
}

/** `faults` takes a line for each variable that is not valid. */
export function environmentReader(
  env: Readonly<Record<string, string | undefined>>,
  faults: string[],
): EnvironmentReader {
  const text = (name: string): string | null => env[name]?.trim() || null;
  /** The value as `parse` takes it; the fallback when there is none, or none that fits. */
  const parsed = <T>(
    name: string,
    fallback: T,
    parse: (value: string) => T | null,
    asked: string,
  ): T => {
    const value = text(name);
    if (value === null) return fallback;
    const found = parse(value);
    if (found === null) faults.push(`${name} must be ${asked}`);
    return found ?? fallback;
  };
  return {
    text,
    oneOf: (name, allowed, fallback) =>
      parsed(
        name,
        fallback,
        (value) => allowed.find((one) => one === value) ?? null,
        `one of ${allowed.join(', ')}`,
      ),
    integer: (name, fallback, min, max) =>
      parsed(
        name,
        fallback,
        (value) => wholeNumber(value, min, max),
        `a whole number from ${min} to ${max}`,
      ),
    url: (name, protocols) =>
      parsed<string | null>(
        name,
        null,
        (value) => (hasProtocol(value, protocols) ? value : null),
        `an address that starts with ${protocols.join(' or ')}//`,
      ),
    list: (name) =>
      (text(name) ?? '')
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean),
    zone: (name, fallback) =>
      parsed(
        name,
        fallback,
        (value) => (isTimeZone(value) ? value : null),
        `a time zone such as ${fallback}`,
      ),
  };
}

function wholeNumber(value: string, min: number, max: number): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number >= min && number <= max ? number : null;
}

const hasProtocol = (value: string, protocols: readonly string[]) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
