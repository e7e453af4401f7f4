/** A text in at most so many characters, cut between words; one word that is longer is cut where it must be. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length - 1);
  const end = start.search(/\s\S*$/);
  const kept = end > 0 && !/\s/.test(text[length - 1] ?? '') ? start.slice(0, end) : start;
  return `${kept.replace(/[\s,;:–-]+$|[\uD800-\uDBFF]$/u, '')}…`;
}
