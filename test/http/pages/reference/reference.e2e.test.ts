import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { fillExample } from '../../../../src/http/pages/reference/example-values';
import { startTestApp, type TestApp } from '../../../support/test-app';

const ROOT = path.join(__dirname, '../../../..');
const EXAMPLES = path.join(ROOT, 'examples/queries');
const schema = buildSchema(readFileSync(path.join(ROOT, 'schema/public.graphql'), 'utf8'));
const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
/** What has an answer only for whoever sends a key. */
const NEEDS_KEY = new Set(['callingKey', 'portalReport']);
const fileOf = (field: string) =>
  `${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.graphql`;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => await app.stop());

/** The pages below `/referensi` that links lead to; dead = links to what is not there, with the page they stand on. */
async function followLinks(start: string) {
  const pages = [start];
  const dead: string[] = [];
  for (const address of pages) {
    const answer = await fetch(`${app.address}${address}`);
    const text = await answer.text();
    if (answer.status !== 200) dead.push(`${address}: ${answer.status}`);
    const article = text.slice(text.indexOf('<nav class="panel menu"'), text.indexOf('</article>'));
    for (const [, link = ''] of article.matchAll(/href="([^"]+)"/g)) {
      if (link.startsWith('#') && !text.includes(`id="${link.slice(1)}"`)) {
        dead.push(`${address}: ${link}`);
      }
      if (link.startsWith('/referensi') && !pages.includes(link)) pages.push(link);
    }
  }
  return { dead, pages };
}

const read = async (address: string) => (await fetch(`${app.address}${address}`)).text();

describe('the reference of the public API', () => {
  it('has an example for each query, and none besides', () => {
    expect(readdirSync(EXAMPLES).sort()).toEqual(fields.map(fileOf).sort());
  });

  it.each(fields)('shows what to ask of %s, and the link runs it here', async (field) => {
    const page = await read(
      `/referensi/operations/queries/${fileOf(field).replace('.graphql', '')}`,
    );
    const link = /<a class="run" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    const { data, errors } = (await (await fetch(`${app.address}${link}`)).json()) as {
      data: Record<string, unknown>;
      errors?: unknown;
    };
    expect(errors).toBeUndefined();
    expect(Object.keys(data)).toEqual([field]);
    if (!NEEDS_KEY.has(field)) expect(data[field]).not.toBeNull();
  });

  it('leads to every operation and type', async () => {
    const index = await read('/referensi');
    const isPlain = (name: string) => !/^(__.*|Query|Mutation|Subscription)$/.test(name);
    const types = Object.keys(schema.getTypeMap()).filter(isPlain);
    for (const name of types) expect(index).toContain(`>${name}</a>`);
  });

  it.each(['/referensi', '/referensi?lang=en'])('has no dead link from %s on', async (start) => {
    const { dead, pages } = await followLinks(start);
    expect(dead).toEqual([]);
    expect(pages.length).toBeGreaterThan(fields.length);
    if (start.endsWith('en')) expect(pages.filter((page) => !page.endsWith('en'))).toEqual([]);
  });

  it('knows no other page', async () => {
    expect((await fetch(`${app.address}/referensi/types/objects/candidate`)).status).toBe(404);
  });
});

describe('fillExample', () => {
  it('leaves a place without a value as it is', () => {
    const filled = fillExample('{{vacancy.slug}} {{competency.id}}', { 'vacancy.slug': 'kasir' });
    expect(filled).toBe('kasir {{competency.id}}');
  });
});
