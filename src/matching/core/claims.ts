import type { CandidateFacts } from './facts';

/** A competency that a person would hold. */
export interface Claim {
  readonly competency: number;
  readonly level: number;
}

/** The person with these competencies too: the higher level counts, what is proven stays proven. */
export function addClaims(person: CandidateFacts, claims: readonly Claim[]): CandidateFacts {
  const held = new Map(person.competencies.map((one) => [one.competency, one]));
  for (const { competency, level } of claims) {
    const known = held.get(competency);
    if (known !== undefined && known.level >= level) continue;
    held.set(competency, { competency, level, evidence: known?.evidence ?? 0 });
  }
  return { ...person, competencies: [...held.values()] };
}
