/** A unit group of the classification as published. */
export interface GroupRecord {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A unit group as it is searched: its references to other groups are gone, those of other groups to it have come. */
export interface UnitGroup {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Examples of the group's jobs, and what other groups say belongs here. */
  readonly names: readonly string[];
}

interface Reference {
  readonly name: string;
  readonly code: string;
}

interface Sections {
  body: string[];
  examples: string[];
  elsewhere: string[];
}

const EXAMPLES_HEADING = /^contoh\b.*klasifikasi/i;
const ELSEWHERE_HEADING = /^beberapa\b.*klasifikasi.*lain/i;
const NOTES_HEADING = /^catatan\b/i;
/** "Juru masak - 5120", also several in a line. */
const REFERENCE = /([^\d]+?)[\s,:–-]*(\d{4})(?!\d)/g;
const BULLET = /^[\s•–-]+|[\s,;.–-]+$/g;

/**
 * Reads the groups of the classification.
 *
 * A list "classified elsewhere" names jobs of other groups: it leaves the group that holds it, and each of its
 * names goes to the group whose code follows.
 */
export function readGroups(records: readonly GroupRecord[]): UnitGroup[] {
  const arrivals = new Map<string, string[]>(records.map(({ id }) => [id, []]));
  const parsed = records.map((record) => {
    const { body, examples, elsewhere } = splitSections(record.description);
    for (const { name, code } of readReferences(elsewhere)) arrivals.get(code)?.push(name);
    return {
      id: record.id,
      title: record.title,
      body: body.join('\n'),
      examples: cleanLines(examples),
    };
  });
  return parsed.map(({ examples, ...group }) => ({
    ...group,
    names: [...examples, ...(arrivals.get(group.id) ?? [])],
  }));
}

function splitSections(description: string): Sections {
  const sections: Sections = { body: [], examples: [], elsewhere: [] };
  let section: keyof Sections = 'body';
  for (const line of description.split('\n').map((text) => text.trim())) {
    const next = headingOf(line);
    if (next === null) sections[section].push(line);
    else section = next;
  }
  return sections;
}

function headingOf(line: string): keyof Sections | null {
  if (EXAMPLES_HEADING.test(line)) return 'examples';
  if (ELSEWHERE_HEADING.test(line)) return 'elsewhere';
  return NOTES_HEADING.test(line) ? 'body' : null;
}

function readReferences(lines: readonly string[]): Reference[] {
  return [...lines.join('\n').matchAll(REFERENCE)].flatMap(([, names, code]) =>
    cleanLines(names.split('\n')).map((name) => ({ name, code })),
  );
}

function cleanLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(BULLET, '')).filter((line) => line !== '');
}
