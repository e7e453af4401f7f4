import type { EntityManager } from 'typeorm';
import { Competency, Occupation, OccupationCompetency } from '../entities';
import type { CompetencyKind, EducationLevel, OccupationNecessity } from '../entities/vocabulary';

/** A competency that an occupation needs. */
export interface DemoNeed {
  competencyId: string;
  label: string;
  kind: CompetencyKind;
  necessity: OccupationNecessity;
  level: number;
}

export interface DemoOccupation {
  id: string;
  label: string;
  aliases: readonly string[];
  relatedIds: readonly string[];
  typicalEducation: EducationLevel;
  typicalExperienceYears: number;
  needs: readonly DemoNeed[];
}

/** What the invented world is made from: the taxonomy, places and minimum wages of the database. */
export interface DemoReference {
  /** In the order of their numbers. */
  occupations: readonly DemoOccupation[];
  /** Competencies that many people have besides their trade. */
  attitudeIds: readonly string[];
  languageIds: readonly string[];
  /** Districts of each regency of Central Sulawesi. */
  districts: ReadonlyMap<string, readonly string[]>;
  /** Kelurahan of Palu. */
  kelurahan: readonly string[];
  names: ReadonlyMap<string, string>;
  /** Monthly minimum wage in rupiah by province or regency. */
  minimumWages: ReadonlyMap<string, number>;
}

/** Central Sulawesi. */
const PROVINCE = '72';

/** Cost: 5 queries. */
export async function readDemoReference(manager: EntityManager): Promise<DemoReference> {
  const competencies = await manager.find(Competency, { order: { number: 'ASC' } });
  const idsOfKind = (kind: CompetencyKind) =>
    competencies.filter((competency) => competency.kind === kind).map(({ id }) => id);
  const places: { code: string; name: string }[] = await manager.query(
    'SELECT code, name FROM regions WHERE code LIKE $1 ORDER BY code',
    [`${PROVINCE}%`],
  );
  const wages: { code: string; amount: string }[] = await manager.query(`
    SELECT DISTINCT ON (area_code) area_code AS code, amount_idr AS amount FROM minimum_wages
    WHERE kind IN ('UMP', 'UMK') ORDER BY area_code, valid_from DESC
  `);
  return {
    occupations: await readOccupations(manager, new Map(competencies.map((row) => [row.id, row]))),
    attitudeIds: idsOfKind('ATTITUDE'),
    languageIds: idsOfKind('LANGUAGE'),
    districts: groupDistricts(places.map(({ code }) => code)),
    kelurahan: places.map(({ code }) => code).filter((code) => /^72\.71\..{7}$/.test(code)),
    names: new Map(places.map(({ code, name }) => [code, name])),
    minimumWages: new Map(wages.map(({ code, amount }) => [code, Number(amount)])),
  };
}

async function readOccupations(
  manager: EntityManager,
  competencies: ReadonlyMap<string, Competency>,
): Promise<DemoOccupation[]> {
  const occupations = await manager.find(Occupation, { order: { number: 'ASC' } });
  const links = await manager.find(OccupationCompetency, {
    order: { occupationId: 'ASC', necessity: 'ASC', competencyId: 'ASC' },
  });
  const needs = new Map<string, DemoNeed[]>(occupations.map(({ id }) => [id, []]));
  for (const { occupationId, competencyId, necessity, typicalLevel } of links) {
    const competency = competencies.get(competencyId);
    if (competency === undefined) continue;
    const { labelId: label, kind } = competency;
    needs.get(occupationId)?.push({ competencyId, label, kind, necessity, level: typicalLevel });
  }
  return occupations.map((row) => ({
    id: row.id,
    label: row.labelId,
    aliases: row.aliases,
    relatedIds: row.relatedIds,
    typicalEducation: row.typicalEducation,
    typicalExperienceYears: row.typicalExperienceYears,
    needs: needs.get(row.id) ?? [],
  }));
}

function groupDistricts(codes: readonly string[]): Map<string, string[]> {
  const districts = new Map<string, string[]>();
  for (const code of codes) {
    if (code.length === 5) districts.set(code, []);
    if (code.length === 8) districts.get(code.slice(0, 5))?.push(code);
  }
  return districts;
}
