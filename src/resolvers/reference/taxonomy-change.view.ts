import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ConceptType } from '../../services/reference/concepts';
import {
  type TaxonomyChange,
  type TaxonomyChangeKind,
  taxonomyChangeKinds,
} from '../../services/reference/taxonomy-changes';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { encodeNodeId } from '../node-id';
import { ConceptTypeEnum } from './concept.view';

const TaxonomyChangeKindEnum = enumOf(
  'TaxonomyChangeKind',
  taxonomyChangeKinds,
  'What became of a concept.',
  {
    CREATED: 'It is new',
    UPDATED: 'Its words, kind or place among others changed',
    DEPRECATED: 'It is used no longer; perhaps another one stands in its place',
  },
);

@ObjectType('TaxonomyChange', {
  description: 'A competency or occupation that is another one than in an older version.',
  simpleResolvers: true,
})
@For('public')
export class TaxonomyChangeView {
  key: string;

  @For('public')
  @Field(() => Int, { description: 'The version with which it came to be as it is.' })
  version: number;

  @For('public')
  @Field(() => TaxonomyChangeKindEnum, { description: 'What became of it.' })
  kind: TaxonomyChangeKind;

  @For('public')
  @Field(() => ConceptTypeEnum, { description: 'COMPETENCY or OCCUPATION.' })
  type: ConceptType;

  @For('public')
  @Field(() => ID, { description: 'Its global id.' })
  conceptId: string;

  @For('public')
  @Field(() => ID, { nullable: true, description: 'Global id of what stands in its place.' })
  replacedById: string | null;
}

const TYPES = { COMPETENCY: 'Competency', OCCUPATION: 'Occupation' } as const;

export function toTaxonomyChangeView(change: TaxonomyChange): TaxonomyChangeView {
  const { type, id, version, kind, replacedById } = change;
  return Object.assign(new TaxonomyChangeView(), {
    ...{ key: id, version, kind, type },
    conceptId: encodeNodeId(TYPES[type], id),
    replacedById: replacedById && encodeNodeId(TYPES[type], replacedById),
  });
}

@ObjectType({ description: 'A change in its place of the list.', simpleResolvers: true })
@For('public')
export class TaxonomyChangeEdge extends edgeOf(TaxonomyChangeView, 'public') {}

@ObjectType({ description: 'Changes of the taxonomy, the oldest first.', simpleResolvers: true })
@For('public')
export class TaxonomyChangeConnection extends connectionOf(TaxonomyChangeEdge, 'public') {
  @For('public')
  @Field(() => Int, {
    description: 'The version to which the changes lead: `fromVersion` of the next time.',
  })
  toVersion: number;
}
