import type { EntityManager } from 'typeorm';
import { CandidateCompetency } from '../../entities';
import { evidenceStatuses } from '../../entities/vocabulary';
import { profileLimits } from '../candidates/profile';
import type { MergePair } from './merge-pair';

/** What is held of one competency. */
export type Held = Pick<CandidateCompetency, 'level' | 'evidence' | 'yearsUsed' | 'lastUsedOn'>;

/** A competency that changed; null = it was not held. */
export interface JoinedCompetency {
  readonly competencyId: string;
  readonly before: Held | null;
  readonly after: Held;
}

/**
 * Gives the one record what the other holds: of a competency that both hold, the stronger evidence with its level; of
 * equal evidence the higher level.
 *
 * Cost: 2 queries, and 1 for each competency that changes.
 */
export async function joinCompetencies(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
): Promise<JoinedCompetency[]> {
  const own = await readHeld(manager, keepId);
  const other = await readHeld(manager, dropId);
  const changes = [...other]
    .map(([competencyId, held]) => {
      const before = own.get(competencyId) ?? null;
      return { competencyId, before, after: before === null ? held : stronger(before, held) };
    })
    .filter(({ before, after }) => !isSame(before, after));
  const room = Math.max(0, profileLimits.competencies - own.size);
  const added = changes.filter(({ before }) => before === null).sort(byEvidence);
  const joined = [...changes.filter(({ before }) => before !== null), ...added.slice(0, room)];
  for (const { competencyId, after } of joined) await write(manager, keepId, competencyId, after);
  return joined;
}

/** Takes back what has not changed since. Cost: 1 query, and 1 for each competency. */
export async function partCompetencies(
  manager: EntityManager,
  { keepId }: MergePair,
  joined: readonly JoinedCompetency[],
): Promise<void> {
  const now = await readHeld(manager, keepId);
  for (const { competencyId, before, after } of joined) {
    const held = now.get(competencyId);
    if (held === undefined || !isSame(held, after)) continue;
    if (before !== null) await write(manager, keepId, competencyId, before);
    else await manager.delete(CandidateCompetency, { candidateId: keepId, competencyId });
  }
}

async function readHeld(manager: EntityManager, candidateId: string): Promise<Map<string, Held>> {
  const rows = await manager.findBy(CandidateCompetency, { candidateId });
  return new Map(
    rows.map(({ competencyId, level, evidence, yearsUsed, lastUsedOn }) => [
      competencyId,
      { level, evidence, yearsUsed, lastUsedOn },
    ]),
  );
}

const write = (manager: EntityManager, candidateId: string, competencyId: string, held: Held) =>
  manager.upsert(CandidateCompetency, { candidateId, competencyId, ...held }, [
    'candidateId',
    'competencyId',
  ]);

const strength = ({ evidence, level }: Held) => evidenceStatuses.indexOf(evidence) * 10 + level;

function stronger(one: Held, other: Held): Held {
  const best = strength(other) > strength(one) ? other : one;
  return {
    ...best,
    yearsUsed: largest(one.yearsUsed, other.yearsUsed),
    lastUsedOn: largest(one.lastUsedOn, other.lastUsedOn),
  };
}

const largest = <T extends number | string>(one: T | null, other: T | null): T | null => {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
};

const isSame = (one: Held | null, other: Held): boolean =>
  one !== null &&
  one.level === other.level &&
  one.evidence === other.evidence &&
  one.yearsUsed === other.yearsUsed &&
  one.lastUsedOn === other.lastUsedOn;

const byEvidence = (one: JoinedCompetency, other: JoinedCompetency) =>
  strength(other.after) - strength(one.after) || (one.competencyId < other.competencyId ? -1 : 1);
