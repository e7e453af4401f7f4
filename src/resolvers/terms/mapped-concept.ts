import type { MappedConceptType } from '../../entities/vocabulary';
import { errors } from '../../errors';
import type { Context } from '../context';
import type { Concept } from '../node.view';
import { decodeNodeId } from '../node-id';
import { toCompetencyView } from '../reference/competency.view';
import { toOccupationView } from '../reference/occupation.view';

const typeOf: Readonly<Record<string, MappedConceptType>> = {
  Competency: 'COMPETENCY',
  Occupation: 'OCCUPATION',
};

/** What a word may mean; NOT_FOUND for whatever is neither a competency nor an occupation. */
export function toMeaning(nodeId: string): { conceptType: MappedConceptType; conceptId: string } {
  const { type, key } = decodeNodeId(nodeId, 'input.conceptId');
  const conceptType = typeOf[type];
  if (conceptType === undefined) throw errors.object.notFound('input.conceptId');
  return { conceptType, conceptId: key };
}

/** The concept as it is after a mutation, not as it was loaded before. */
export async function showConcept(
  id: string,
  type: MappedConceptType,
  { loaders: { competencies, occupations } }: Context,
): Promise<Concept | null> {
  if (type === 'COMPETENCY') {
    const competency = await competencies.clear(id).load(id);
    return competency && toCompetencyView(competency);
  }
  const occupation = await occupations.clear(id).load(id);
  return occupation && toOccupationView(occupation);
}
