import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { errors, reasons } from '../../errors';
import { type ConceptMatch, type ConceptType, RESOLVED_CONFIDENCE_BP } from '../../text/concepts';
import { For } from '../audience';
import type { Context } from '../context';
import { pageSize } from '../lists/connection';
import type { Loaders } from '../loaders';
import type { Concept } from '../node.view';
import { toCompetencyView } from './competency.view';
import { MAX_QUERY_LENGTH } from './concept.args';
import { ConceptSuggestion, ConceptTypeEnum } from './concept.view';
import { toOccupationView } from './occupation.view';
import { toRegionView } from './region.view';

/** Source: RELIABILITY of the design (free text: a description). */
const MAX_TEXT_LENGTH = 10_000;
const DEFAULT_SUGGESTIONS = 10;

@Resolver()
export class ConceptResolver {
  @For('public')
  @Query(() => [ConceptSuggestion], {
    description: 'What somebody who types this may mean, best first; typos are forgiven.',
  })
  async suggest(
    @Arg('q', () => String, { description: 'What was typed so far.' }) q: string,
    @Arg('types', () => [ConceptTypeEnum], { description: 'Of these types.' }) types: ConceptType[],
    @Arg('first', () => Int, { defaultValue: DEFAULT_SUGGESTIONS, description: '1 to 100.' })
    first: number,
    @Ctx() { services, loaders }: Context,
  ): Promise<ConceptSuggestion[]> {
    const size = pageSize({ first });
    refuseLonger('q', q, MAX_QUERY_LENGTH);
    const matches = await services.reference.suggest(q, [...new Set(types)], size);
    return presentMatches(matches, loaders);
  }

  @For('public')
  @Query(() => [ConceptSuggestion], {
    description: 'What a text names, in reading order, with the words that led to it.',
  })
  async resolveText(
    @Arg('text', () => String, { description: 'Up to 10,000 characters.' }) text: string,
    @Arg('types', () => [ConceptTypeEnum], { description: 'Of these types.' }) types: ConceptType[],
    @Ctx() { services, loaders }: Context,
  ): Promise<ConceptSuggestion[]> {
    refuseLonger('text', text, MAX_TEXT_LENGTH);
    const matches = await services.reference.resolve(text, [...new Set(types)]);
    return presentMatches(matches, loaders);
  }
}

function refuseLonger(field: string, text: string, limit: number): void {
  if (text.length > limit) throw errors.input.invalid(field, reasons.tooLong);
}

/** The suggestions of matches, without those whose concept is gone. */
export async function presentMatches(
  matches: readonly ConceptMatch[],
  loaders: Loaders,
): Promise<ConceptSuggestion[]> {
  const concepts = await Promise.all(matches.map((match) => loadConcept(match, loaders)));
  return matches.flatMap(({ type, matchedText, start, end, confidenceBp, ...match }, index) => {
    const concept = concepts[index];
    const isResolved = confidenceBp >= RESOLVED_CONFIDENCE_BP;
    const isCorrected = match.isCorrected ?? false;
    const found = { type, matchedText, start, end, confidenceBp, isResolved, isCorrected };
    return concept ? [{ ...found, concept }] : [];
  });
}

async function loadConcept({ type, id }: ConceptMatch, loaders: Loaders): Promise<Concept | null> {
  if (type === 'COMPETENCY') {
    const competency = await loaders.competencies.load(id);
    return competency && toCompetencyView(competency);
  }
  if (type === 'OCCUPATION') {
    const occupation = await loaders.occupations.load(id);
    return occupation && toOccupationView(occupation);
  }
  const region = await loaders.regions.load(id);
  return region && toRegionView(region);
}
