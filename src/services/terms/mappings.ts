import { type EntityManager, IsNull } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { Competency, Occupation, TermMapping } from '../../entities';
import type { MappedConceptType } from '../../entities/vocabulary';

export const conceptEntities = { COMPETENCY: Competency, OCCUPATION: Occupation } as const;

/** One after another, so that no word gets two meanings and revisions stand in the order of the commits. */
export async function lockTerms(manager: EntityManager): Promise<void> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtext('padan map term'))");
}

/** What a word means by an officer's explanation that stands; null when it has none of this type. */
export const findMapping = (
  manager: EntityManager,
  conceptType: MappedConceptType,
  term: string,
): Promise<TermMapping | null> =>
  manager.findOneBy(TermMapping, { term, conceptType, retiredRevision: IsNull() });

/** A concept in use, or what replaced it. Replacements are few, and never circular. */
export async function findConcept(
  manager: EntityManager,
  { conceptType, conceptId }: { conceptType: MappedConceptType; conceptId: string },
): Promise<Competency | Occupation | null> {
  const concept = await manager.findOneBy(conceptEntities[conceptType], { id: conceptId });
  if (concept === null || concept.status === 'ACTIVE') return concept;
  const { replacedById } = concept;
  if (replacedById === null) return null;
  return await findConcept(manager, { conceptType, conceptId: replacedById });
}

/** Gives a concept an alias or takes it, and announces it, so that the indexes follow. Cost: 2 statements. */
export async function changeAliases(
  manager: EntityManager,
  kind: 'term.mapped' | 'term.unmapped',
  type: MappedConceptType,
  id: string,
  term: string,
): Promise<void> {
  const table = type === 'COMPETENCY' ? 'competencies' : 'occupations';
  const change = kind === 'term.mapped' ? 'array_append' : 'array_remove';
  const [[row]] = await manager.query<[{ version: number }[], number]>(
    `UPDATE ${table} SET aliases = ${change}(aliases, $2), version = version + 1 WHERE id = $1 RETURNING version`,
    [id, term],
  );
  await appendOutbox(manager, [
    { aggregate: 'term', aggregateId: id, kind, version: row?.version ?? 1 },
  ]);
}
