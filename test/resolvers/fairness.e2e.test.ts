import type { EntityManager } from 'typeorm';
import { createDataSource } from '../../src/database/data-source';
import { Random } from '../../src/demo/random';
import { type Account, RankingSnapshot } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { thaw } from '../../src/services/rankings/frozen-order';
import {
  aCandidate,
  anAccount,
  anEmployerWithOwner,
  anOfficer,
  aVacancy,
  holds,
  should,
} from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

const SEED = 'fairness 2026';
const PEOPLE = 240;
const SEAL = `mutation ($id: ID!) { sealRanking(vacancyId: $id) { userErrors { code } } }`;
const AUDIT = `query ($vacancyId: ID, $regionCode: String, $attribute: StatDimension!, $stage: FairnessStage!, $from: DateTime, $until: DateTime) {
  fairnessAudit(vacancyId: $vacancyId, regionCode: $regionCode, attribute: $attribute, stage: $stage, from: $from, until: $until) {
    rankings complete suppressed unknown algorithmVersions
    outcomes { attribute group considered selected selectionRateBp impactRatioBp significant suppressed } } }`;

let world: GraphWorld;
let officer: Account;
let elsewhere: Account;
let nobody: Account;
const vacancies: string[] = [];

beforeAll(async () => {
  world = await startGraphWorld();
  const random = new Random(SEED);
  const seeded = await world.seed(async (manager) => {
    for (let number = 0; number < PEOPLE; number++) await addPerson(manager, random);
    officer = await anOfficer(manager);
    elsewhere = await anOfficer(manager, { regionCode: '73.71' });
    nobody = await anAccount(manager);
    const { employer, account } = await anEmployerWithOwner(manager);
    for (const requirements of [[should('patroli', 3), should('cctv', 3)], [should('cctv', 1)]]) {
      const vacancy = await aVacancy(manager, {
        employerId: employer.id,
        occupationId: 'satpam-security',
        requirements,
      });
      vacancies.push(vacancy.id);
    }
    return account;
  });
  await world.refresh();
  for (const id of vacancies) {
    await world.data(SEAL, {
      accountId: seeded.id,
      audience: 'employer',
      variables: { id: encodeNodeId('Vacancy', id) },
    });
  }
}, 60_000);

/** Somebody of whom some things are known; the strong ones come out ahead. */
async function addPerson(manager: EntityManager, random: Random): Promise<void> {
  const isStrong = random.chance(0.5);
  const strong = {
    level: 5,
    competencies: [holds('cctv', 5)],
    experiences: [{ occupationId: 'satpam-security' }],
  };
  const { level, competencies, experiences } = isStrong
    ? strong
    : { level: 1, competencies: [], experiences: [] };
  const { id } = await aCandidate(manager, {
    gender: random.pick(['FEMALE', 'MALE', 'MALE', null]),
    birthDate: random.pick([null, '2005-05-05', '1996-01-01', '1985-01-01', '1960-12-31']),
    regionCode: random.pick(['72.71.01', '72.71.02', '72.71.03', '72.71', '72.10.01']),
    willingRegionCodes: ['72.71'],
    competencies: [holds('patroli', level), ...competencies],
    experiences,
  });
  if (!random.chance(0.7)) return;
  const kinds = random.chance(0.3) ? ['PHYSICAL'] : [];
  // Only the person may write it.
  await manager.query(`SELECT set_config('padan.actor', 'candidate:' || $1, true)`, [id]);
  await manager.query('INSERT INTO disability_profiles VALUES ($1, $2)', [id, kinds]);
  await manager.query(`SELECT set_config('padan.actor', 'system', true)`);
}

afterAll(async () => {
  await world.stop();
});

const asking = (variables: Record<string, unknown>, who = officer) => ({
  audience: 'office' as const,
  accountId: who.id,
  variables: { attribute: 'GENDER', stage: 'SUITABLE', ...variables },
});
interface Told {
  group: string;
  considered: number | null;
  selected: number | null;
  suppressed: boolean;
}
interface Audit {
  rankings: number;
  suppressed: boolean;
  unknown: number | null;
  outcomes: Told[];
}
const audit = async (variables: Record<string, unknown> = {}) =>
  (await world.data<{ fairnessAudit: Audit }>(AUDIT, asking(variables))).fairnessAudit;

const GROUP_SQL: Record<string, string> = {
  GENDER: `coalesce(gender, 'UNKNOWN')`,
  AGE_BAND: `CASE birth_date WHEN '2005-05-05' THEN 'UNDER_25' WHEN '1996-01-01' THEN '25_34' WHEN '1985-01-01' THEN '35_44'
    WHEN '1960-12-31' THEN '55_PLUS' ELSE 'UNKNOWN' END`,
  DISABILITY: `CASE WHEN kinds IS NULL THEN 'UNKNOWN' WHEN kinds = '{}' THEN 'NO' ELSE 'YES' END`,
  REGION: `CASE WHEN length(region_code) < 8 THEN 'UNKNOWN' WHEN region_code LIKE '72.71.%' THEN region_code ELSE 'ELSEWHERE' END`,
};

/** The same by hand, past row level security. */
async function countByHand(attribute: string, stage: string, ids: readonly string[]) {
  const owner = await createDataSource(world.ownerUrl).initialize();
  const people: { number: number; name: string }[] = await owner.query(
    `SELECT number, ${GROUP_SQL[attribute]} AS name FROM candidates LEFT JOIN disability_profiles ON candidate_id = id`,
  );
  const snapshots = await owner.manager.findBy(RankingSnapshot, { isSealed: true });
  await owner.destroy();
  const groupOf = new Map(people.map(({ number, name }) => [number, name]));
  const counts = new Map<string, { considered: number; selected: number }>();
  for (const snapshot of snapshots.filter(({ vacancyId }) => ids.includes(vacancyId))) {
    for (const { person, rank, verdict } of (await thaw(snapshot)).places) {
      const name = groupOf.get(person) ?? 'UNKNOWN';
      const count = counts.get(name) ?? { considered: 0, selected: 0 };
      const isSelected = stage === 'SHOWN' ? rank <= 100 : ['STRONG', 'POSSIBLE'].includes(verdict);
      counts.set(name, {
        considered: count.considered + 1,
        selected: count.selected + Number(isSelected),
      });
    }
  }
  return counts;
}

function expectRounded(told: number | null, exact: number): void {
  expect(told).not.toBeNull();
  expect(Number(told) % 5).toBe(0);
  expect(Math.abs(Number(told) - exact)).toBeLessThan(5);
}

describe('fairnessAudit', () => {
  it.each(
    Object.keys(GROUP_SQL).flatMap((attribute) =>
      ['SUITABLE', 'SHOWN'].map((stage) => [attribute, stage] as const),
    ),
  )(
    `is a count by hand, rounded, where it tells: %s, %s (seed ${SEED})`,
    async (attribute, stage) => {
      for (const only of [[vacancies[0]], vacancies]) {
        const byHand = await countByHand(attribute, stage, only);
        const vacancyId = only.length === 1 ? encodeNodeId('Vacancy', only[0]) : null;
        const { outcomes, suppressed, rankings } = await audit({ attribute, stage, vacancyId });
        expect(rankings).toBe(only.length);
        for (const { group, considered, selected } of outcomes.filter((row) => !row.suppressed)) {
          const count = byHand.get(group) ?? { considered: 0, selected: 0 };
          expectRounded(considered, count.considered);
          expectRounded(selected, count.selected);
        }
        const named = outcomes.filter((row) => row.considered !== 0).map((row) => row.group);
        expect(named.sort()).toEqual(suppressed ? [] : [...byHand.keys()].sort());
      }
    },
  );

  it('tells numbers at all in this world, unknown counted', async () => {
    const { outcomes, unknown } = await audit();
    expect(outcomes.filter(({ suppressed }) => !suppressed).map(({ group }) => group)).toEqual([
      'FEMALE',
      'MALE',
      'UNKNOWN',
    ]);
    expect(unknown).toBeGreaterThan(0);
  });

  it('names districts of the officer’s areas only', async () => {
    const { outcomes } = await audit({ attribute: 'REGION' });
    expect(outcomes.map(({ group }) => group)).not.toContain('72.10.01');
    expect(outcomes.map(({ group }) => group)).toContain('ELSEWHERE');
  });

  it('knows no vacancy and no region outside the officer’s areas', async () => {
    const vacancyId = encodeNodeId('Vacancy', vacancies[0]);
    const { data } = await world.ask(AUDIT, asking({ vacancyId }, elsewhere));
    expect(data).toMatchObject({ fairnessAudit: { rankings: 0 } });
    const { errors } = await world.ask(AUDIT, asking({ regionCode: '72.71' }, elsewhere));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes an empty id for a mistake, not for all vacancies', async () => {
    const { errors } = await world.ask(AUDIT, asking({ vacancyId: '' }));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('leaves out what was sealed before the time asked for', async () => {
    expect(await audit({ from: '2027-01-01T00:00:00Z' })).toMatchObject({ rankings: 0 });
  });

  it('tells the same again, and takes no period but whole months, none of one vacancy', async () => {
    expect(await audit()).toEqual(await audit());
    const vacancyId = encodeNodeId('Vacancy', vacancies[0]);
    for (const [variables, field] of [
      [{ from: '2026-11-21T09:59:59Z' }, 'from'],
      [{ until: '2026-11-02T00:00:00Z' }, 'until'],
      [{ vacancyId, until: '2026-12-01T00:00:00Z' }, 'until'],
    ] as const) {
      const { errors } = await world.ask(AUDIT, asking(variables));
      expect(errors?.[0]?.originalError).toMatchObject({
        code: 'BAD_USER_INPUT',
        parameters: { field },
      });
    }
  });

  it('is for officers only', async () => {
    const { errors } = await world.ask(AUDIT, asking({}, nobody));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'OFFICE_ONLY' });
  });

  it('gives the service itself nobody’s disability and no group', async () => {
    const rows = await world.seed((manager) => manager.query('SELECT * FROM disability_profiles'));
    expect(rows).toEqual([]);
    const groups = await world.seed((manager) =>
      manager.query(
        `SELECT * FROM padan_group_counts('DISABILITY', '2026-11-21', '{1}', '{1}', '{1}')`,
      ),
    );
    expect(groups).toEqual([]);
  });
});
