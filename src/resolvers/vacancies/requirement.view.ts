import { Field, Int, ObjectType } from 'type-graphql';
import type { Requirement } from '../../entities';
import {
  type EducationLevel,
  type Necessity,
  type ProficiencyLevel,
  proficiencyLevels,
  type RequirementKind,
  type RequirementOrigin,
} from '../../entities/vocabulary';
import { For } from '../audience';
import {
  EducationLevelEnum,
  NecessityEnum,
  ProficiencyLevelEnum,
  RequirementKindEnum,
  RequirementOriginEnum,
} from '../enums';
import { Node } from '../node.view';
import { encodeNodeId } from '../node-id';
import type { CompetencyView } from '../reference/competency.view';

@ObjectType('Requirement', {
  implements: Node,
  description: 'Requirement (persyaratan): one condition of a vacancy.',
  simpleResolvers: true,
})
@For('public')
export class RequirementView extends Node {
  key: string;
  competencyKey: string | null;
  /** Where it was loaded with the requirement; undefined = not yet. */
  loadedCompetency: CompetencyView | null | undefined;

  @For('public')
  @Field(() => RequirementKindEnum, { description: 'What it is about.' })
  kind: RequirementKind;

  @For('public')
  @Field(() => NecessityEnum, { description: 'How necessary it is.' })
  necessity: Necessity;

  @For('public')
  @Field(() => Int, { description: 'The employer’s weight: 10,000 = ordinary, half to double.' })
  weightBp: number;

  @For('public')
  @Field(() => ProficiencyLevelEnum, {
    nullable: true,
    description: 'Least level; null = held at any level.',
  })
  minLevel: ProficiencyLevel | null;

  @For('public')
  @Field(() => EducationLevelEnum, { nullable: true, description: 'Least education.' })
  education: EducationLevel | null;

  @For('public')
  @Field(() => Int, { nullable: true, description: 'Least experience in months; 0 = none.' })
  minMonths: number | null;

  @For('public')
  @Field(() => RequirementOriginEnum, { description: 'Who said so.' })
  origin: RequirementOrigin;

  @For('public')
  @Field(() => String, {
    nullable: true,
    description: 'The advertisement’s words that were understood as this.',
  })
  matchedText: string | null;

  @For('public')
  @Field(() => Int, { nullable: true, description: 'How sure that is, 10,000 = certain.' })
  confidenceBp: number | null;
}

/** The name of a level 1–5; null for none. */
export const toLevel = (level: number | null): ProficiencyLevel | null =>
  (level !== null && proficiencyLevels[level - 1]) || null;

export function toRequirementView(requirement: Requirement): RequirementView {
  const { id, kind, necessity, weightBp, education, minMonths, origin } = requirement;
  return Object.assign(new RequirementView(), {
    id: encodeNodeId('Requirement', id),
    key: id,
    competencyKey: requirement.competencyId,
    minLevel: toLevel(requirement.minLevel),
    kind,
    necessity,
    weightBp,
    education,
    minMonths,
    origin,
    matchedText: requirement.matchedText,
    confidenceBp: requirement.confidenceBp,
  });
}
