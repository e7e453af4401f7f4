import { Field, ObjectType } from 'type-graphql';
import type { MappedConceptType } from '../../entities/vocabulary';
import { type ListedMapping, mappingStates } from '../../services/terms/list-mappings';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { DateTimeScalar } from '../scalars';

export const TermMappingStateEnum = enumOf(
  'TermMappingState',
  mappingStates,
  'Whether a word still means what an officer said.',
);

@ObjectType('TermMapping', {
  description: 'A word that an officer explained with mapTerm.',
  simpleResolvers: true,
})
@For('office')
export class TermMappingView {
  conceptType: MappedConceptType;
  conceptKey: string;

  @For('office')
  @Field(() => String, { description: 'The word or words, in lower case.' })
  term: string;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was explained.' })
  mappedAt: Date;

  @For('office')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was taken back; null while the word means this.',
  })
  retiredAt: Date | null;

  @For('office')
  @Field(() => Boolean, { description: 'Whether an office of the viewer explained it.' })
  byOwnOffice: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A word and its place in the list.' })
@For('office')
export class TermMappingEdge extends edgeOf(TermMappingView, 'office') {}

@ObjectType({ simpleResolvers: true, description: 'Words that officers explained, newest first.' })
@For('office')
export class TermMappingConnection extends connectionOf(TermMappingEdge, 'office') {}

export const toTermMappingView = (mapping: ListedMapping): TermMappingView => {
  const { term, mappedAt, retiredAt, byOwnOffice, conceptType, conceptId } = mapping;
  return Object.assign(new TermMappingView(), {
    ...{ term, mappedAt, retiredAt, byOwnOffice, conceptType },
    conceptKey: conceptId,
  });
};
