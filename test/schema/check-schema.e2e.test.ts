import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const DAY_MS = 86_400_000;

/** Runs a command of package.json as CI does; its exit code and what it printed. */
function npm(script: string, ...args: string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    execFile('npm', ['run', '-s', script, '--', ...args], { cwd: ROOT }, (error, out, bad) =>
      resolve({ code: error === null ? 0 : Number(error.code), text: `${out}${bad}` }),
    );
  });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'padan-schema-'));
  cpSync(path.join(ROOT, 'schema'), folder, { recursive: true });
  // A release of today, with nothing new.
  cpSync(file('public.graphql'), file('released/public.graphql'));
  writeFileSync(file('CHANGELOG.md'), changelog('Nothing.'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string) => path.join(folder, name);
const read = (name: string) => readFileSync(file(name), 'utf8');
const edit = (name: string, from: string | RegExp, to: string) => {
  const text = read(name);
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(file(name), edited);
};
const changelog = (lines: string) => {
  const [title] = readFileSync(path.join(ROOT, 'schema/CHANGELOG.md'), 'utf8').split('## ');
  return `${title}## Unreleased\n${lines}\n`;
};
const check = () => npm('schema:check', '--folder', folder);
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** Takes `slug` from vacancies, told in the changelog as it has to be. */
function breakSchema(): void {
  edit('public.graphql', /(type Vacancy implements[\s\S]*?)"""[^"]*"""\s+slug: String!\n/, '$1');
  const line = '- **Breaking.** Field `slug` was removed from object type `Vacancy`.';
  writeFileSync(file('CHANGELOG.md'), changelog(line));
}

function declare(deprecatedSince: string): void {
  const reason = 'The address has an id of its own; use url.';
  const what = { path: 'Vacancy.slug', type: 'FIELD_REMOVED' };
  const declared = [{ ...what, reason, deprecatedSince, release: '2.0.0' }];
  writeFileSync(file('declared-breaks.json'), JSON.stringify(declared));
}

describe('npm run schema:check', () => {
  it('passes as committed', async () => {
    expect(await npm('schema:check')).toMatchObject({ code: 0 });
  });

  it('fails at a breaking change, and says what, where, who is hit and what to do', async () => {
    breakSchema();
    const { code, text } = await check();
    expect(code).toBe(1);
    expect(text).toContain('BREAKING  Vacancy.slug  (FIELD_REMOVED)');
    expect(text).toContain("Field 'slug' was removed from object type 'Vacancy'");
    expect(text).toContain('It is not declared.');
    expect(text).toMatch(
      /Hit: +the stored operations vacancies\.graphql, vacancy-by-slug\.graphql/,
    );
    expect(text).toContain('schema/declared-breaks.json');
    expect(text).toContain('1 breaking of 1 changes since the release; refused.');
  });

  it('refuses a declared change inside its window, and lets it pass afterwards', async () => {
    breakSchema();
    let day: string;
    let inside: Awaited<ReturnType<typeof check>>;
    do {
      day = daysAgo(0);
      declare(daysAgo(89));
      inside = await check();
      // What ran over midnight stands at the end of the window.
    } while (day !== daysAgo(0));
    expect(inside.code).toBe(1);
    expect(inside.text).toMatch(/the window of 90 days ends on \d{4}-\d\d-\d\d\./);
    declare(daysAgo(90));
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('wants additions told, and shows those that need care', async () => {
    edit('public.graphql', 'enum Lang {', 'enum Lang {\n  JV\n');
    const untold = await check();
    expect(untold.code).toBe(1);
    expect(untold.text).toContain('run `npm run schema`');
    expect(untold.text).toContain("careful   Lang.JV: Enum value 'JV' was added to enum 'Lang'");
    const line = '- Careful: Enum value `JV` was added to enum `Lang`.';
    writeFileSync(file('CHANGELOG.md'), changelog(line));
    expect(await check()).toMatchObject({ code: 0 });
  });
});

describe('npm run schema:release', () => {
  it('dates what was unreleased, and compares with today from then on', async () => {
    edit('public.graphql', 'type Query {', 'type Query {\n  today: String\n');
    const line = '- Field `today` was added to object type `Query`.';
    writeFileSync(file('CHANGELOG.md'), changelog(line));
    const before = daysAgo(0);
    await npm('schema:release', '--folder', folder);
    const [, day = ''] = /## Unreleased\nNothing\.\n\n## (\S+)\n/.exec(read('CHANGELOG.md')) ?? [];
    expect([before, daysAgo(0)]).toContain(day);
    expect(read('CHANGELOG.md')).toContain(`## ${day}\n${line}`);
    expect(read('released/public.graphql')).toBe(read('public.graphql'));
    expect(await check()).toMatchObject({ code: 0 });
  });
});
