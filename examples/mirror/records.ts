/** Records of vacancies, a line each, by id. */
export type Records = Map<string, string>;

/** The lines of a snapshot. */
export function fromLines(text: string): Records {
  const records: Records = new Map();
  for (const line of text.split('\n')) if (line !== '') records.set(idOf(line), line);
  return records;
}

/** The lines as a snapshot has them: by id, each with its end. */
export function toLines(records: Records): string {
  // Ids are ASCII: code units order them as bytes do.
  return [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => `${line}\n`)
    .join('');
}

function idOf(line: string): string {
  const { id, schemaVersion } = JSON.parse(line);
  if (schemaVersion !== 1)
    throw new Error(`Records of version ${schemaVersion} are not known here`);
  return id;
}
