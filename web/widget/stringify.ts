/**
 * JSON of plain values. JSON.stringify asks each value for `toJSON`, which old libraries add to every array and
 * string of a page, so that what is sent is no longer what was meant.
 */
export function stringify(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return `${value}`;
  const parts: string[] = [];
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) parts.push(stringify(value[at]));
    return `[${parts.join(',')}]`;
  }
  for (const name of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[name];
    if (inner !== undefined) parts.push(`${quote(name)}:${stringify(inner)}`);
  }
  return `{${parts.join(',')}}`;
}

const quote = (text: string) => `"${text.replace(/["\\\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeUnit)}"`;

const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
