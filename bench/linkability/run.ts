import type { DataSource, EntityManager } from 'typeorm';
import { asActor, asActorRead } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { migrate } from '../../src/database/migrate';
import { buildDemoWorld, loadDemoWorld, readDemoReference } from '../../src/demo';
import { withScratchServers } from '../../src/evaluation/ranking-speed/scratch';
import { startPeople } from '../../src/matching/engine/start-engine';
import { loadCandidates } from '../../src/matching/facts/candidates';
import { loadCatalogue } from '../../src/matching/facts/catalogue';
import { monthOf } from '../../src/matching/facts/months';
import { loadVacancies } from '../../src/matching/facts/vacancies';
import { NEW_PEOPLE_A_DAY, showPeople } from '../../src/services/matching/show-people';
import { type Figure, figure, round } from '../figures';
import { type LinkabilityWorld, measureLinkability, percentTold } from './measure';

export interface LinkabilityOptions {
  readonly people: number;
  readonly vacancies: number;
  say(line: string): void;
}

const EMPLOYERS = 20;
const NOW = new Date('2026-11-21T01:00:00Z');

/** What the cards of an invented world tell of whom; in a database of its own. */
export function checkLinkability(options: LinkabilityOptions): Promise<Figure[]> {
  const { people, vacancies, say } = options;
  return withScratchServers(async ({ database }) => {
    await migrate(database.migratorUrl);
    const dataSource = await createDataSource(database.appUrl, {
      statementLimitMs: 0,
    }).initialize();
    const month = monthOf(NOW);
    try {
      const reference = await asActorRead(dataSource, 'system', readDemoReference);
      const size = { people, vacancies, employers: EMPLOYERS };
      const world = buildDemoWorld(reference, { ...size, seed: 'linkability', now: NOW });
      await loadDemoWorld(dataSource, world, { environment: 'test' });
      say(`${people} people, ${vacancies} vacancies`);
      const from = { databaseUrl: database.appUrl, month };
      const started = await startPeople(from, { now: () => NOW.getTime() });
      try {
        const read = await asActorRead(dataSource, 'system', (manager) =>
          readWorld(manager, month),
        );
        const cards = await countCards({ ...read, engine: started.engine });
        return [...cards, await compareHandles(dataSource)];
      } finally {
        await started.kill();
      }
    } finally {
      await dataSource.destroy();
    }
  });
}

async function readWorld(
  manager: EntityManager,
  month: number,
): Promise<Omit<LinkabilityWorld, 'engine'>> {
  const catalogue = await loadCatalogue(manager);
  const ids = async (sql: string) =>
    (await manager.query<{ id: string }[]>(sql)).map(({ id }) => id);
  const people = await loadCandidates(
    manager,
    catalogue,
    month,
    await ids(`SELECT id FROM candidates WHERE status = 'ACTIVE'`),
  );
  const employers = await manager.query<{ id: string; employerId: string }[]>(
    `SELECT id, employer_id AS "employerId" FROM vacancies WHERE state = 'PUBLISHED' ORDER BY number`,
  );
  const employerOf = new Map(employers.map(({ id, employerId }) => [id, employerId]));
  const vacancies = await loadVacancies(manager, catalogue, [...employerOf.keys()]);
  return {
    catalogue,
    people: people.map(({ facts }) => facts),
    vacancies: vacancies.map((one) => ({ ...one, employerId: employerOf.get(one.id) ?? '' })),
  };
}

async function countCards(world: LinkabilityWorld): Promise<Figure[]> {
  const start = performance.now();
  const { aspects, ...counts } = await measureLinkability(world);
  const seconds = round((performance.now() - start) / 1_000);
  const { cards, groupsUnder5, eligibleGroupsUnder5, smallestGroup } = counts;
  const told = Object.fromEntries(
    [...aspects].map(([name, one]) => [name.toLowerCase(), percentTold([one])]),
  );
  const bar = { of: 'groupsUnder5', most: 0 };
  return [
    figure('cards', { cards, groupsUnder5, smallestGroup, seconds }, bar),
    figure('cards among the eligible', { cards, groupsUnder5: eligibleGroupsUnder5 }, bar),
    figure('told, %', { all: percentTold(aspects.values()), ...told }),
    figure('cards and scores', { cards, under5: counts.withScoreUnder5 }),
    figure('several cards of an employer', {
      people: counts.severalCards,
      under5: counts.severalUnder5,
    }),
  ];
}

/** The pseudonyms under which two employers know the same people. */
async function compareHandles(dataSource: DataSource): Promise<Figure> {
  const [employers, people] = await asActorRead(dataSource, 'system', async (manager) => [
    await manager.query<{ id: string }[]>(
      `SELECT id FROM employers WHERE verification = 'VERIFIED' ORDER BY id LIMIT 2`,
    ),
    await manager.query<{ id: string }[]>(
      `SELECT id FROM candidates WHERE status = 'ACTIVE' AND matching_consent_at IS NOT NULL
       ORDER BY id LIMIT ${NEW_PEOPLE_A_DAY}`,
    ),
  ]);
  const showings = employers.flatMap((employer) =>
    people.map(({ id }) => ({ organisationId: employer.id, candidateId: id })),
  );
  const shown = await showPeople(
    {
      readAs: (actor, work) => asActorRead(dataSource, actor, work),
      runAs: (actor, work) => asActor(dataSource, actor, work),
    },
    showings,
    NOW,
  );
  const handles = [...shown.values()].flatMap(({ handle }) => handle ?? []);
  const equal = handles.length - new Set(handles).size;
  return figure(
    'handles of two employers',
    { handles: handles.length, equal },
    { of: 'equal', most: 0 },
  );
}
