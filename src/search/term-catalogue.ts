import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { AliasRule, Competency, Occupation } from '../entities';
import type { OccupationNecessity } from '../entities/vocabulary';
import type { RegionTerm, TermCatalogue } from '../text/concepts';
import { Dictionary } from '../text/dictionary';
import { isReadersWord } from '../text/known-words';
import { Places } from '../text/places';
import { QueryReader } from '../text/query-text';
import { VacancyReader } from '../text/vacancy-text';
import { learnTerms } from './learn-terms';
import { fold } from './similarity';

/** Everything that reads texts, at one version of the taxonomy. */
export interface TextReaders {
  readonly taxonomyVersion: number;
  /** The newest of what officers explained or took back. */
  readonly revision: number;
  readonly catalogue: TermCatalogue;
  readonly regions: readonly RegionTerm[];
  readonly queries: QueryReader;
  readonly vacancies: VacancyReader;
  readonly places: Places;
  /** Whether a folded word means something as it stands, so that it is no slip of the pen. */
  readonly isKnownWord: (word: string) => boolean;
}

/** How long the readers may lag behind a new taxonomy version or an officer's word. */
export const CHECK_EVERY_MS = 5_000;

/**
 * Gives the readers of texts: built at the first call (about 0.3 s), rebuilt when the taxonomy has a new version. A word
 * that an officer explained is only added, and one taken back only removed.
 *
 * Cost: no query within five seconds of the last one.
 */
export function textReaders(dataSource: DataSource, clock: Clock): () => Promise<TextReaders> {
  let current: Promise<TextReaders> | null = null;
  let checkedAtMs = 0;
  const refresh = async (known: TextReaders | null): Promise<TextReaders> => {
    const { version, revision } = await stateOf(dataSource);
    if (known?.taxonomyVersion !== version)
      return await buildReaders(dataSource, version, revision);
    if (known.revision === revision) return known;
    const learnt = await learnTerms(dataSource, known, revision);
    return learnt ?? (await buildReaders(dataSource, version, revision));
  };
  return () => {
    const nowMs = clock.now().getTime();
    if (current === null || nowMs - checkedAtMs >= CHECK_EVERY_MS) {
      checkedAtMs = nowMs;
      const known = current;
      current = (known ?? Promise.resolve(null)).catch(() => null).then(refresh);
      // A failed build must not stay: the next call tries again.
      current.catch(() => {
        current = null;
      });
    }
    return current;
  };
}

async function buildReaders(
  dataSource: DataSource,
  version: number,
  revision: number,
): Promise<TextReaders> {
  const [catalogue, regions] = [await loadCatalogue(dataSource), await loadRegions(dataSource)];
  const dictionary = new Dictionary(catalogue);
  const places = new Places(regions);
  const placeWords = new Set(regions.flatMap(({ name }) => fold(name).split(' ')));
  return {
    taxonomyVersion: version,
    revision,
    catalogue,
    regions,
    queries: new QueryReader(dictionary, places),
    vacancies: new VacancyReader(catalogue, dictionary),
    places,
    isKnownWord: (word) => dictionary.hasWord(word) || isReadersWord(word) || placeWords.has(word),
  };
}

interface TaxonomyState {
  version: number;
  revision: number;
}

async function stateOf(dataSource: DataSource): Promise<TaxonomyState> {
  const [state] = await dataSource.query<TaxonomyState[]>(
    `SELECT (SELECT coalesce(max(version), 0) FROM taxonomy_versions) AS version,
      (SELECT coalesce(max(greatest(revision, retired_revision)), 0) FROM term_mappings) AS revision`,
  );
  return state ?? { version: 0, revision: 0 };
}

async function loadCatalogue(dataSource: DataSource): Promise<TermCatalogue> {
  const competencies = await dataSource.manager.find(Competency, { where: { status: 'ACTIVE' } });
  const occupations = await dataSource.manager.find(Occupation, { where: { status: 'ACTIVE' } });
  const links = await dataSource.query<
    { occupation_id: string; competency_id: string; necessity: OccupationNecessity }[]
  >(`SELECT occupation_id, competency_id, necessity FROM occupation_competencies
     ORDER BY occupation_id, necessity, competency_id`);
  const linksOf = new Map<string, typeof links>();
  for (const link of links) {
    const known = linksOf.get(link.occupation_id);
    if (known === undefined) linksOf.set(link.occupation_id, [link]);
    else known.push(link);
  }
  return {
    competencies: competencies.map(({ id, kind, labelId, labelEn, aliases, broaderId }) => ({
      id,
      kind,
      labelId,
      labelEn,
      aliases,
      broader: broaderId,
    })),
    occupations: occupations.map(({ id, labelId, labelEn, aliases }) => ({
      id,
      labelId,
      labelEn,
      aliases,
      competencies: (linksOf.get(id) ?? []).map((link) => ({
        id: link.competency_id,
        isEssential: link.necessity === 'ESSENTIAL',
      })),
    })),
    rules: await dataSource.manager.find(AliasRule),
  };
}

/** Without villages: their names are too common to be understood without a map beside them. */
async function loadRegions(dataSource: DataSource): Promise<RegionTerm[]> {
  return await dataSource.query<RegionTerm[]>(
    `SELECT code, name FROM regions WHERE level IN ('PROVINCE', 'REGENCY_CITY', 'DISTRICT') ORDER BY code`,
  );
}
