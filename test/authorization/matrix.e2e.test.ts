import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { audiences } from '../../src/resolvers/audience';
import { type GraphWorld, startGraphWorld } from '../resolvers/graph-world';
import {
  attempt,
  everyones,
  namesObject,
  type Operation,
  operationsOf,
  type Whose,
} from './matrix';
import { type Role, roles } from './roles';

/** Written anew by `PADAN_WRITE=1 npx jest test/authorization`; every change of it is a change of somebody's rights. */
const FILE = path.resolve(__dirname, '../../docs/AUTHORIZATION.md');

const HEAD = `# Who may do what

Generated from the four schemas by \`test/authorization\`, which runs every operation as every role and compares; written anew by
\`PADAN_WRITE=1 npx jest test/authorization\`. Operations of the public stand in every schema.

A cell tells what somebody in that role got for an object of the own (employer, area, person), for somebody else's, and for one that
does not exist, once where all three are the same. The last two never differ, in verdict or wording. \`ok\` = carried out or read,
\`nothing\` = null, \`!CODE\` = a user error (the caller may, but not with what the test sends), otherwise a code of [ERRORS.md](ERRORS.md).
An officer works for Palu, as do the own objects; a former recruiter's mandate ended yesterday.
A node is another installation with an API key of kind \`NODE\`; the key of a portal reads the public schema as nobody does, and reaches no other.
`;

let world: GraphWorld;
beforeAll(async () => {
  world = await startGraphWorld();
}, 60_000);
afterAll(() => world.stop());

const nameOf = ({ kind, field }: Operation) =>
  kind === 'query' ? field.name : `${kind} ${field.name}`;

async function cellOf(operation: Operation, role: Role): Promise<string> {
  const whose: readonly Whose[] = namesObject(operation) ? everyones : ['own'];
  const found = new Map<Whose, Awaited<ReturnType<typeof attempt>>>();
  for (const one of whose) found.set(one, await attempt(world, operation, role, one));
  if (found.get('foreign')?.told !== found.get('missing')?.told) {
    throw new Error(
      `${nameOf(operation)} tells ${role} apart: ${found.get('foreign')?.told} ${found.get('missing')?.told}`,
    );
  }
  const verdicts = [...found.values()].map(({ verdict }) => verdict);
  return new Set(verdicts).size === 1 ? verdicts[0] : verdicts.join(' / ');
}

it.each(audiences)(
  'is as written down for every operation of the schema: %s',
  async (audience) => {
    const lines: string[] = [];
    const faults: string[] = [];
    for (const operation of operationsOf(audience)) {
      const cells: string[] = [];
      for (const role of roles) {
        cells.push(
          await cellOf(operation, role).catch((error: Error) => {
            faults.push(error.message);
            return 'FAULT';
          }),
        );
      }
      lines.push(`| ${[`\`${nameOf(operation)}\``, ...cells].join(' | ')} |`);
    }
    const section = [
      `## ${audience}\n`,
      `| operation | ${roles.join(' | ')} |`,
      `|${'---|'.repeat(roles.length + 1)}`,
      ...lines,
      '',
    ].join('\n');
    expect([...new Set(faults)]).toEqual([]);
    // biome-ignore lint/style/noProcessEnv: a developer asks for it by hand
    if (process.env.PADAN_WRITE === '1') writeSection(audience, section);
    expect(readFileSync(FILE, 'utf8')).toContain(section);
  },
  300_000,
);

function writeSection(audience: string, section: string): void {
  const written = existsSync(FILE) ? readFileSync(FILE, 'utf8').split(/\n(?=## )/) : [];
  const sections = audiences.map((name) =>
    name === audience ? section : (written.find((one) => one.startsWith(`## ${name}\n`)) ?? ''),
  );
  writeFileSync(FILE, [HEAD, ...sections].map((one) => `${one.trimEnd()}\n`).join('\n'));
}
