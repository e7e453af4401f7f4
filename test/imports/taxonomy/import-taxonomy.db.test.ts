import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source';
import { importTaxonomy, TaxonomyRefusal } from '../../../src/imports/taxonomy';
import { loadCatalogue } from '../../../src/matching/facts/catalogue';
import { conceptSearch } from '../../../src/search/concept-search';
import { createConceptReader } from '../../../src/search/resolve';
import { textReaders } from '../../../src/search/term-catalogue';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';
import {
  broader,
  essential,
  FALCONRY,
  type Files,
  HEADERS,
  need,
  occupationRow,
  skill,
  skillRow,
  withFolder,
} from './folder';

const clock = { now: () => new Date('2026-11-21T10:00:00Z') };

let database: TestDatabase;
let owner: DataSource;
let app: DataSource;

beforeEach(async () => {
  database = await createTestDatabase();
  owner = await createDataSource(database.migratorUrl).initialize();
  app = await createDataSource(database.appUrl).initialize();
});

afterEach(async () => {
  await owner.destroy();
  await app.destroy();
  await database.drop();
});

const take = (files: Files, isDryRun = false) =>
  withFolder(files, (folder) => importTaxonomy({ dataSource: owner, clock, folder, isDryRun }));
const read = (sql: string) => owner.query(sql);
const faultsOf = async (files: Files) => {
  const { faults } = await take({ ...FALCONRY, ...files });
  return faults.kept.map(({ file, line, column, code }) => [file, line, column, code].join(' '));
};
const versions = () => read('SELECT version FROM taxonomy_versions ORDER BY version');
const THIN = 'occupations_en.csv 3 conceptUri TOO_FEW_COMPETENCIES';

describe('importTaxonomy', () => {
  it('takes skills, occupations, their needs and links as a new version', async () => {
    const { counts, version } = await take(FALCONRY);
    expect(version).toBe(2);
    expect(counts).toEqual({
      competencies: { created: 6, updated: 0, unchanged: 0, linked: 0 },
      occupations: { created: 1, updated: 0, unchanged: 0, linked: 0, leftOut: 1 },
      links: { created: 3, unchanged: 0, groupRows: 1 },
      demands: { written: 4, unchanged: 0, ownRows: 0 },
    });
    expect(
      await read(`SELECT label_en, aliases, broader_id, kind, esco_uri, taxonomy_version, status
        FROM competencies WHERE id IN ('esco-s-train', 'esco-s-feed') ORDER BY id`),
    ).toEqual([
      expect.objectContaining({ label_en: 'feed falcons', broader_id: 'esco-s-birds' }),
      {
        label_en: 'train falcons',
        aliases: ['tame falcons', 'man a hawk'],
        broader_id: null,
        kind: 'SKILL',
        esco_uri: skill('s-train'),
        taxonomy_version: 2,
        status: 'ACTIVE',
      },
    ]);
    expect(
      await read(
        `SELECT kbji_code, typical_education FROM occupations WHERE id = 'esco-o-falconer'`,
      ),
    ).toEqual([{ kbji_code: '5164', typical_education: 'SMA' }]);
    expect(
      await read(`SELECT source_id, kind, target_id FROM competency_relations
        WHERE source_id LIKE 'esco-%' ORDER BY kind, source_id`),
    ).toEqual([
      { source_id: 'esco-s-feed', kind: 'IMPLIES', target_id: 'esco-s-birds' },
      { source_id: 'esco-s-train', kind: 'IMPLIES', target_id: 'esco-s-feed' },
      { source_id: 'esco-s-feed', kind: 'RELATED', target_id: 'esco-s-hood' },
    ]);
  });

  it('changes nothing the second time, and makes no version of it', async () => {
    await take(FALCONRY);
    const before = await read('SELECT * FROM competencies ORDER BY id');
    const { isNew, counts, version } = await take(FALCONRY);
    expect({ isNew, version }).toEqual({ isNew: false, version: 2 });
    expect(counts.competencies).toMatchObject({ created: 0, updated: 0, unchanged: 6 });
    expect(counts.demands).toMatchObject({ written: 0, unchanged: 4 });
    expect(await read('SELECT * FROM competencies ORDER BY id')).toEqual(before);
    expect(await versions()).toHaveLength(2);
  });

  it('writes nothing in a dry run and reports the same', async () => {
    const { counts } = await take(FALCONRY, true);
    expect(counts.competencies.created).toBe(6);
    expect(await versions()).toHaveLength(1);
    expect(await read(`SELECT id FROM competencies WHERE id LIKE 'esco-%'`)).toEqual([]);
  });

  it('announces every concept and the version, so that engines and indexes follow', async () => {
    await take(FALCONRY);
    const events = await read(
      'SELECT kind, count(*)::int AS count FROM outbox GROUP BY kind ORDER BY kind',
    );
    expect(events).toEqual([
      { kind: 'taxonomy.changed', count: 7 },
      { kind: 'taxonomy.published', count: 1 },
    ]);
  });

  it('lets a rank stand on the new links: who trains also cares, over two steps', async () => {
    await take(FALCONRY);
    const { taxonomy, competencies } = await loadCatalogue(app.manager);
    const [train, birds] = ['esco-s-train', 'esco-s-birds'].map(
      (id) => competencies.numberOf.get(id) ?? -1,
    );
    expect(taxonomy.version).toBe(2);
    expect(taxonomy.coveredBy(birds)).toContainEqual(
      expect.objectContaining({ held: train, strengthBp: 10_000 }),
    );
  });

  it('is understood by the next reader, everyday words included', async () => {
    await take(FALCONRY);
    const reader = createConceptReader({
      readers: textReaders(app, clock),
      search: conceptSearch(null, app),
    });
    const found = await reader.resolve('man a hawk, tame falcons', ['COMPETENCY', 'OCCUPATION']);
    expect(found).toEqual([expect.objectContaining({ id: 'esco-s-train', confidenceBp: 9_500 })]);
    const [trainer] = await reader.resolve('hawk trainer', ['OCCUPATION']);
    expect(trainer).toMatchObject({ id: 'esco-o-falconer', confidenceBp: 9_500 });
  });

  it('updates what changed and keeps words that an officer added', async () => {
    await take(FALCONRY);
    await read(
      `UPDATE competencies SET aliases = aliases || '{pawang elang}' WHERE id = 'esco-s-train'`,
    );
    const [, ...rest] = FALCONRY.skills;
    const { counts, version } = await take({
      ...FALCONRY,
      skills: [skillRow('s-train', 'train birds of prey', 'tame falcons'), ...rest],
    });
    expect({ version, ...counts.competencies }).toMatchObject({
      version: 3,
      updated: 1,
      unchanged: 5,
    });
    expect(
      await read(`SELECT label_en, aliases, version FROM competencies WHERE id = 'esco-s-train'`),
    ).toEqual([
      {
        label_en: 'train birds of prey',
        aliases: ['tame falcons', 'man a hawk', 'pawang elang'],
        version: 2,
      },
    ]);
  });

  it('links a concept of our own with the same label and leaves its words and needs', async () => {
    const [{ label_en: label, kbji_code: group }] = await read(
      `SELECT label_en, kbji_code FROM occupations WHERE id = 'barista'`,
    );
    const before = await read(
      `SELECT * FROM occupation_competencies WHERE occupation_id = 'barista'`,
    );
    const { counts } = await take({
      ...FALCONRY,
      occupations: [occupationRow('o-barista', group, label.toUpperCase(), 'barista kopi,coffee')],
      occupationSkills: [need('o-barista', 's-feed')],
    });
    expect(counts.occupations).toMatchObject({ created: 0, updated: 1, linked: 1, leftOut: 0 });
    expect(counts.demands).toEqual({ written: 0, unchanged: 0, ownRows: 1 });
    expect(
      await read(`SELECT * FROM occupation_competencies WHERE occupation_id = 'barista'`),
    ).toEqual(before);
  });

  it('does not give away a word that one of our own concepts has', async () => {
    await take({
      ...FALCONRY,
      skills: [
        skillRow('s-train', 'train falcons', 'barista\nlas listrik'),
        ...FALCONRY.skills.slice(1),
      ],
    });
    const [{ aliases }] = await read(`SELECT aliases FROM competencies WHERE id = 'esco-s-train'`);
    expect(aliases).not.toContain('las listrik');
  });

  it('leaves a word that is in use here its meaning, whatever program is named so', async () => {
    const skills = [...FALCONRY.skills, skillRow('s-chef', 'Chef')];
    await take({ ...FALCONRY, skills });
    const { queries } = await textReaders(app, clock)();
    const found = queries.read('pastry chef', ['COMPETENCY', 'OCCUPATION']).map(({ id }) => id);
    expect(found).toContain('pembuat-roti-dan-kue');
    expect(found).not.toContain('esco-s-chef');
  });

  it('takes Indonesian words from a translation beside the files', async () => {
    const others = {
      'skills_id.csv': `conceptUri,preferredLabel,altLabels\n${skill('s-train')},Melatih elang,jinakkan elang`,
    };
    await take({ ...FALCONRY, others });
    expect(
      await read(`SELECT label_id, aliases FROM competencies WHERE id = 'esco-s-train'`),
    ).toEqual([
      { label_id: 'Melatih elang', aliases: ['jinakkan elang', 'tame falcons', 'man a hawk'] },
    ]);
  });

  it('follows what replaced a concept, in facts and needs (I26)', async () => {
    await take(FALCONRY);
    const [train, feed, ...rest] = FALCONRY.skills;
    const others = {
      'skills_en.csv': [
        `${HEADERS.skills},replacedBy`,
        ...[train, ...rest].map((row) =>
          [...row.map((cell) => JSON.stringify(cell)), ''].join(','),
        ),
        [...feed.map((cell) => JSON.stringify(cell)), skill('s-ring')].join(','),
      ]
        .join('\n')
        .replaceAll('\\n', '\n'),
    };
    await take({ ...FALCONRY, others });
    expect(
      await read(`SELECT status, replaced_by_id FROM competencies WHERE id = 'esco-s-feed'`),
    ).toEqual([{ status: 'DEPRECATED', replaced_by_id: 'esco-s-ring' }]);
    const { taxonomy, competencies } = await loadCatalogue(app.manager);
    const [train_, old, heir] = ['esco-s-train', 'esco-s-feed', 'esco-s-ring'].map(
      (id) => competencies.numberOf.get(id) ?? -1,
    );
    expect(old).toBe(heir);
    expect(taxonomy.coveredBy(heir)).toContainEqual(expect.objectContaining({ held: train_ }));
  });

  it('leaves out a row that closes a circle of implications, and takes the others (I27)', async () => {
    const circle = [
      essential('s-train', 's-feed'),
      essential('s-feed', 's-hood'),
      essential('s-hood', 's-train'),
      essential('s-ring', 's-ring'),
      essential('s-ring', 's-train'),
    ];
    expect(
      await faultsOf({ ...FALCONRY, skillSkills: circle, broader: [broader('s-feed', 's-train')] }),
    ).toEqual([
      'skillSkillRelations_en.csv 4 relatedSkillUri CYCLE',
      'skillSkillRelations_en.csv 5 relatedSkillUri CYCLE',
      'broaderRelationsSkillPillar_en.csv 2 broaderUri CYCLE',
      THIN,
    ]);
    await expect(loadCatalogue(app.manager)).resolves.toBeDefined();
  });

  it('names file, line, column and code of every row at fault and takes the rest', async () => {
    const skills = [
      ...FALCONRY.skills,
      skillRow('s-train', 'again'),
      skillRow('s-blank', ' '),
      skillRow('s-odd', 'odd', '', 'half'),
      [
        'KnowledgeSkillCompetence',
        'http://example.org/x',
        'skill/competence',
        '',
        'x',
        ...Array(8).fill(''),
      ],
    ];
    expect(
      await faultsOf({
        ...FALCONRY,
        skills,
        occupations: [...FALCONRY.occupations, occupationRow('o-odd', '99', 'odd')],
        occupationSkills: [
          ...(FALCONRY.occupationSkills ?? []),
          need('o-none', 's-feed'),
          need('o-falconer', 's-none'),
          need('o-falconer', 's-ring', 'maybe'),
        ],
        skillSkills: [essential('s-none', 's-feed'), essential('s-train', 's-feed', 'perhaps')],
        broader: [broader('s-feed', 's-none')],
      }),
    ).toEqual([
      // The first alternative label spans two lines, so lines are those of an editor.
      'skills_en.csv 9 conceptUri DUPLICATE',
      'skills_en.csv 10 preferredLabel VALUE_INVALID',
      'skills_en.csv 11 status VALUE_INVALID',
      'skills_en.csv 12 conceptUri VALUE_INVALID',
      'occupations_en.csv 4 iscoGroup VALUE_INVALID',
      'skillSkillRelations_en.csv 2 originalSkillUri CONCEPT_UNKNOWN',
      'skillSkillRelations_en.csv 3 relationType VALUE_INVALID',
      'broaderRelationsSkillPillar_en.csv 2 broaderUri CONCEPT_UNKNOWN',
      'occupationSkillRelations_en.csv 7 occupationUri CONCEPT_UNKNOWN',
      'occupationSkillRelations_en.csv 8 skillUri CONCEPT_UNKNOWN',
      'occupationSkillRelations_en.csv 9 relationType VALUE_INVALID',
      THIN,
    ]);
    expect(await versions()).toHaveLength(2);
  });

  it('accepts only unit groups that a table of groups knows', async () => {
    const groups = [
      ['ISCOGroup', 'http://data.europa.eu/esco/isco/C9', '9999', 'x', '', '', '', ''],
    ];
    expect(await faultsOf({ ...FALCONRY, groups })).toContain(
      'occupations_en.csv 2 iscoGroup VALUE_INVALID',
    );
  });

  it.each([
    ['a missing file', { 'skills_en.csv': null }, 'FILE_MISSING'],
    ['a missing column', { 'skills_en.csv': 'conceptUri,status\nx,released' }, 'COLUMN_MISSING'],
    ['an open quote', { 'skills_en.csv': 'conceptUri,preferredLabel\nx,"y' }, 'FILE_UNREADABLE'],
    ['a ragged row', { 'skills_en.csv': 'conceptUri,preferredLabel\nx' }, 'FILE_UNREADABLE'],
    ['an empty file', { 'skills_en.csv': '' }, 'FILE_UNREADABLE'],
  ])('refuses the folder for %s and writes nothing', async (_, others, code) => {
    const { skills, ...rest } = FALCONRY;
    const files = {
      ...rest,
      others: Object.fromEntries(
        Object.entries(others).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
      ),
    };
    const refusal = take({ ...files, skills: undefined as never }).catch((error: unknown) => error);
    expect(await refusal).toBeInstanceOf(TaxonomyRefusal);
    expect(await refusal).toMatchObject({ fault: { file: 'skills_en.csv', code } });
    expect(skills).toHaveLength(6);
    expect(await versions()).toHaveLength(1);
  });

  it('keeps the service from changing the taxonomy itself', async () => {
    await expect(
      withFolder(FALCONRY, (folder) => importTaxonomy({ dataSource: app, clock, folder })),
    ).rejects.toThrow(/permission denied/);
  });
});
