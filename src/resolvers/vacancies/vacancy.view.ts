import { Field, Int, ObjectType } from 'type-graphql';
import type { Vacancy } from '../../entities';
import type {
  CloseReason,
  EmploymentType,
  SourceKind,
  VacancyState,
  WageUnit,
} from '../../entities/vocabulary';
import type { Point } from '../../services/reference/distance';
import type {
  FacetCount,
  VacancyFacet,
  VacancyQuery,
} from '../../services/vacancies/search-vacancies';
import { For } from '../audience';
import {
  CloseReasonEnum,
  EmploymentTypeEnum,
  SourceKindEnum,
  VacancyFacetEnum,
  VacancyStateEnum,
  WageUnitEnum,
} from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { PartWeightsView, toPartWeights } from '../matching/part-weights.view';
import { Node } from '../node.view';
import { encodeNodeId } from '../node-id';
import { DateScalar, DateTimeScalar, RupiahScalar } from '../scalars';

@ObjectType({ description: 'What is paid, as far as it is stated.', simpleResolvers: true })
@For('public')
export class WageRange {
  @For('public')
  @Field(() => RupiahScalar, { nullable: true, description: 'From.' })
  min: string | null;

  @For('public')
  @Field(() => RupiahScalar, { nullable: true, description: 'To.' })
  max: string | null;

  @For('public')
  @Field(() => WageUnitEnum, { nullable: true, description: 'For what it is paid.' })
  unit: WageUnit | null;
}

@ObjectType('Vacancy', {
  implements: Node,
  description: 'Vacancy (lowongan).',
  simpleResolvers: true,
})
@For('public')
export class VacancyView extends Node {
  key: string;
  employerKey: string;
  occupationKey: string | null;

  @For('public')
  @Field(() => String, { description: 'Its name in an address.' })
  slug: string;

  @For('public')
  @Field(() => String, { description: 'Short code that stands for this vacancy in print.' })
  verifyCode: string;

  @For('public')
  @Field(() => VacancyStateEnum, { description: 'Where it stands.' })
  state: VacancyState;

  @For('public')
  @Field(() => String, { description: 'Title as the employer wrote it; plain text.' })
  title: string;

  @For('public')
  @Field(() => String, { description: 'Text as the employer wrote it; plain text.' })
  description: string;

  @For('public')
  @Field(() => Int, { description: 'How many people are sought.' })
  openings: number;

  @For('public')
  @Field(() => Int, { description: 'How many of them are reported as found.' })
  filled: number;

  @For('public')
  @Field(() => EmploymentTypeEnum, { nullable: true, description: 'Null = not stated.' })
  employmentType: EmploymentType | null;

  @For('public')
  @Field(() => Boolean, { description: 'Whether the work can be done from anywhere.' })
  isRemote: boolean;

  @For('public')
  @Field(() => WageRange, { nullable: true, description: 'Null = not stated.' })
  wage: WageRange | null;

  @For('public')
  @Field(() => DateScalar, { nullable: true, description: 'When the work begins.' })
  startsOn: string | null;

  @For('public')
  @Field(() => PartWeightsView, { description: 'What the parts of the score weigh.' })
  partWeights: PartWeightsView;

  @For('public')
  @Field(() => DateTimeScalar, { description: 'Until when it is open.' })
  validThrough: Date;

  @For('public')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was first published.' })
  publishedAt: Date | null;

  @For('public')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last said to be open.' })
  lastConfirmedAt: Date | null;

  @For('public')
  @Field(() => DateTimeScalar, { description: 'When anything of it last changed.' })
  updatedAt: Date;

  @For('public')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed.' })
  closedAt: Date | null;

  @For('public')
  @Field(() => CloseReasonEnum, { nullable: true, description: 'Why it was closed.' })
  closedReason: CloseReason | null;

  @For('public')
  @Field(() => SourceKindEnum, { description: 'Where it came from.' })
  sourceKind: SourceKind;

  @For('public')
  @Field(() => String, { nullable: true, description: 'Name of the source of an imported one.' })
  sourceName: string | null;

  @For('public')
  @Field(() => String, {
    nullable: true,
    description: 'The words of an imported title that were understood as the occupation.',
  })
  occupationMatchedText: string | null;

  @For('public')
  @Field(() => Int, { nullable: true, description: 'How sure that is, 10,000 = certain.' })
  occupationConfidenceBp: number | null;

  @For('public')
  @Field(() => Boolean, { description: 'Invented for demonstration.' })
  isDemo: boolean;

  @For('public')
  @Field(() => Int, { description: 'Grows by one with each change; `updateVacancy` asks for it.' })
  version: number;
}

export function toVacancyView(vacancy: Vacancy): VacancyView {
  const { id, wageMin, wageMax, wageUnit } = vacancy;
  const isPaid = wageMin !== null || wageMax !== null;
  return Object.assign(new VacancyView(), {
    id: encodeNodeId('Vacancy', id),
    key: id,
    employerKey: vacancy.employerId,
    occupationKey: vacancy.occupationId,
    slug: vacancy.slug,
    verifyCode: vacancy.verifyCode,
    state: vacancy.state,
    title: vacancy.title,
    description: vacancy.description,
    openings: vacancy.openings,
    filled: vacancy.filled,
    employmentType: vacancy.employmentType,
    isRemote: vacancy.isRemote,
    wage: isPaid ? { min: wageMin, max: wageMax, unit: wageUnit } : null,
    startsOn: vacancy.startsOn,
    partWeights: toPartWeights(vacancy),
    validThrough: vacancy.validThrough,
    publishedAt: vacancy.publishedAt,
    lastConfirmedAt: vacancy.lastConfirmedAt,
    updatedAt: vacancy.updatedAt,
    closedAt: vacancy.closedAt,
    closedReason: vacancy.closedReason,
    sourceKind: vacancy.sourceKind,
    sourceName: vacancy.sourceName,
    occupationMatchedText: vacancy.occupationMatchedText,
    occupationConfidenceBp: vacancy.occupationConfidenceBp,
    isDemo: vacancy.isDemo,
    version: vacancy.version,
  });
}

@ObjectType({ description: 'A vacancy in a list.', simpleResolvers: true })
@For('public')
export class VacancyEdge extends edgeOf(VacancyView, 'public') {
  /** From where distances are measured; null = nowhere. */
  near: Point | null;
}

@ObjectType({
  description: 'How many of the found vacancies share a value.',
  simpleResolvers: true,
})
@For('public')
export class FacetBucket {
  facet: VacancyFacet;
  /** The key as services know it. */
  value: string;

  @For('public')
  @Field(() => String, { description: 'The value, as the filter takes it.' })
  key: string;

  @For('public')
  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType({ description: 'The found vacancies counted by one property.', simpleResolvers: true })
@For('public')
export class Facet {
  @For('public')
  @Field(() => VacancyFacetEnum, { description: 'The property.' })
  by: VacancyFacet;

  @For('public')
  @Field(() => [FacetBucket], { description: 'Its values, the most frequent first.' })
  buckets: FacetBucket[];
}

export const toFacet = (by: VacancyFacet, counts: readonly FacetCount[]): Facet => ({
  by,
  buckets: counts.map(({ key, count }) =>
    Object.assign(new FacetBucket(), { facet: by, value: key, key: toFilterKey(by, key), count }),
  ),
});

/** Concepts are named by their global ids, as in the filter. */
function toFilterKey(by: VacancyFacet, key: string): string {
  if (by === 'OCCUPATION') return encodeNodeId('Occupation', key);
  return by === 'COMPETENCY' ? encodeNodeId('Competency', key) : key;
}

@ObjectType({ description: 'A list of vacancies.', simpleResolvers: true })
@For('public')
export class VacancyConnection extends connectionOf(VacancyEdge, 'public') {
  /** What was looked for; null for a list that is no search. */
  query: VacancyQuery | null;

  @For('public')
  @Field(() => Boolean, {
    description: 'True when no vacancy has all the words, so these have some of them.',
  })
  isBroadened: boolean;

  @For('public')
  @Field(() => Boolean, {
    description: 'True when the database searched in place of the search engine.',
  })
  isDegraded: boolean;
}
