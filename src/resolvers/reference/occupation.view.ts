import { Field, Int, ObjectType } from 'type-graphql';
import type { Occupation } from '../../entities';
import type {
  ConceptStatus,
  EducationLevel,
  OccupationNecessity,
  ProficiencyLevel,
} from '../../entities/vocabulary';
import { For } from '../audience';
import {
  ConceptStatusEnum,
  EducationLevelEnum,
  OccupationNecessityEnum,
  ProficiencyLevelEnum,
} from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { Concept, Node } from '../node.view';
import { encodeNodeId } from '../node-id';
import { CompetencyView } from './competency.view';

@ObjectType('Occupation', {
  implements: [Node, Concept],
  description: 'Occupation (jabatan): an everyday one, with its official unit group.',
  simpleResolvers: true,
})
@For('public')
export class OccupationView extends Concept {
  key: string;
  relatedKeys: string[];
  usualLicenceKeys: string[];

  @For('public')
  @Field(() => String, { description: 'KBJI 2014 unit group, four digits as in ISCO-08.' })
  kbjiCode: string;

  @For('public')
  @Field(() => [String], { description: 'Everyday words for it.' })
  aliases: string[];

  @For('public')
  @Field(() => EducationLevelEnum, { description: 'Common practice, never a filter.' })
  typicalEducation: EducationLevel;

  @For('public')
  @Field(() => Int, { description: 'Common practice, never a filter.' })
  typicalExperienceYears: number;

  @For('public')
  @Field(() => ConceptStatusEnum, { description: 'Whether it is in use.' })
  status: ConceptStatus;
}

export function toOccupationView(occupation: Occupation): OccupationView {
  const { id, relatedIds, usualLicenceIds, ...rest } = occupation;
  return Object.assign(new OccupationView(), {
    id: encodeNodeId('Occupation', id),
    key: id,
    relatedKeys: relatedIds,
    usualLicenceKeys: usualLicenceIds,
    labelId: rest.labelId,
    labelEn: rest.labelEn,
    kbjiCode: rest.kbjiCode,
    aliases: rest.aliases,
    typicalEducation: rest.typicalEducation,
    typicalExperienceYears: rest.typicalExperienceYears,
    status: rest.status,
  });
}

@ObjectType('OccupationCompetency', {
  description: 'What an occupation needs.',
  simpleResolvers: true,
})
@For('public')
export class OccupationCompetencyView {
  @For('public')
  @Field(() => CompetencyView, { description: 'The competency.' })
  competency: CompetencyView;

  @For('public')
  @Field(() => OccupationNecessityEnum, { description: 'Whether the work needs it.' })
  necessity: OccupationNecessity;

  @For('public')
  @Field(() => ProficiencyLevelEnum, { description: 'Usual level.' })
  typicalLevel: ProficiencyLevel;
}

@ObjectType({ description: 'An occupation in a list.', simpleResolvers: true })
@For('public')
export class OccupationEdge extends edgeOf(OccupationView, 'public') {}

@ObjectType({ description: 'A list of occupations.', simpleResolvers: true })
@For('public')
export class OccupationConnection extends connectionOf(OccupationEdge, 'public') {}
