import { Field, Int, ObjectType } from 'type-graphql';
import type { Competency } from '../../entities';
import type { CompetencyKind, ConceptStatus } from '../../entities/vocabulary';
import { For } from '../audience';
import { CompetencyKindEnum, ConceptStatusEnum } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { Concept, Node } from '../node.view';
import { encodeNodeId } from '../node-id';

@ObjectType('Competency', {
  implements: [Node, Concept],
  description: 'Competency (kompetensi): never deleted, only deprecated and replaced.',
  simpleResolvers: true,
})
@For('public')
export class CompetencyView extends Concept {
  key: string;
  broaderKey: string | null;
  replacedByKey: string | null;

  @For('public')
  @Field(() => CompetencyKindEnum, { description: 'Kind of competency.' })
  kind: CompetencyKind;

  @For('public')
  @Field(() => [String], { description: 'Everyday words for it.' })
  aliases: string[];

  @For('public')
  @Field(() => ConceptStatusEnum, { description: 'Whether it is in use.' })
  status: ConceptStatus;

  @For('public')
  @Field(() => String, { nullable: true, description: 'Address of the same concept in ESCO.' })
  escoUri: string | null;
}

export function toCompetencyView(competency: Competency): CompetencyView {
  const { id, labelId, labelEn, kind, aliases, status, escoUri } = competency;
  return Object.assign(new CompetencyView(), {
    id: encodeNodeId('Competency', id),
    key: id,
    labelId,
    labelEn,
    kind,
    aliases,
    status,
    escoUri,
    broaderKey: competency.broaderId,
    replacedByKey: competency.replacedById,
  });
}

@ObjectType({
  description: 'Another competency that stands in for this one to a degree.',
  simpleResolvers: true,
})
@For('public')
export class CompetencySubstitute {
  @For('public')
  @Field(() => CompetencyView, { description: 'What holding this one is worth something for.' })
  competency: CompetencyView;

  @For('public')
  @Field(() => Int, { description: 'To what degree, 10,000 = in full.' })
  substitutabilityBp: number;
}

@ObjectType({ description: 'A competency in a list.', simpleResolvers: true })
@For('public')
export class CompetencyEdge extends edgeOf(CompetencyView, 'public') {}

@ObjectType({ description: 'A list of competencies.', simpleResolvers: true })
@For('public')
export class CompetencyConnection extends connectionOf(CompetencyEdge, 'public') {}
