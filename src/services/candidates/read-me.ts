import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { Candidate, CandidateCompetency, DisabilityProfile, WorkExperience } from '../../entities';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { findOwnCandidate } from './own-candidate';
import { hintsOf, type ProfileHint } from './profile-hints';

/** Everything that the service keeps of a person for the person's own eyes. */
export interface OwnProfile {
  person: Candidate;
  /** By competency. */
  competencies: readonly CandidateCompetency[];
  /** The newest first. */
  works: readonly WorkExperience[];
  /** Null = nothing was said. */
  disability: DisabilityProfile | null;
  /** What would make matches better, the weightiest first. */
  hints: readonly ProfileHint[];
}

/**
 * The signed-in person's own record; null for an account that is nobody's.
 *
 * Cost: 5 queries.
 */
export const readMe =
  ({ readAs, clock }: { readAs: RunAs; clock: Clock }) =>
  async (viewer: Viewer): Promise<OwnProfile | null> => {
    const own = await findOwnCandidate(readAs, viewer);
    if (own === null) return null;
    return await readAs(`candidate:${own.id}`, (manager) => read(manager, own.id, clock.now()));
  };

async function read(
  manager: EntityManager,
  candidateId: string,
  at: Date,
): Promise<OwnProfile | null> {
  const person = await manager.findOneBy(Candidate, { id: candidateId });
  if (person === null) return null;
  const competencies = await manager.find(CandidateCompetency, {
    where: { candidateId },
    order: { competencyId: 'ASC' },
  });
  const works = await manager.find(WorkExperience, {
    where: { candidateId },
    order: { startedOn: 'DESC', id: 'ASC' },
  });
  const disability = await manager.findOneBy(DisabilityProfile, { candidateId });
  const profile = { person, competencies, works, disability };
  return { ...profile, hints: hintsOf(profile, at) };
}
