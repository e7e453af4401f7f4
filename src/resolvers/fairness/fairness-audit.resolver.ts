import { Allow, IsDate, IsOptional, Matches } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import type { AuditedAttribute } from '../../services/fairness/audit-fairness';
import type { FairnessStage } from '../../services/fairness/sealed-orders';
import { shapes } from '../argument-reason';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeUuid } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { REGION_CODE } from '../vacancies/vacancy-filter.input';
import {
  FairnessAuditView,
  FairnessStageEnum,
  StatDimensionEnum,
  toFairnessAuditView,
} from './fairness-audit.view';

/** Reads up to 500 whole orders. */
const AUDIT_COST = 50;

@ArgsType()
class FairnessAuditArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only the newest sealed order of this vacancy.' })
  vacancyId?: string | null;

  @IsOptional()
  @Matches(REGION_CODE, { context: shapes.regionCode })
  @Field(() => String, {
    nullable: true,
    description: 'Vacancies of this region, inside the officer’s areas; null = of all of them.',
  })
  regionCode?: string | null;

  @Allow()
  @Field(() => StatDimensionEnum, { description: 'By what people are grouped.' })
  attribute: AuditedAttribute;

  @Allow()
  @Field(() => FairnessStageEnum, { description: 'Who counts as selected.' })
  stage: FairnessStage;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Sealed from this start of a month (UTC) on; not with a vacancy.',
  })
  from?: Date | null;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Sealed before this start of a month (UTC); not with a vacancy.',
  })
  until?: Date | null;
}

@Resolver()
export class FairnessAuditResolver {
  @For('office')
  @Query(() => FairnessAuditView, {
    complexity: AUDIT_COST,
    description: 'Whether groups of people are selected alike; small groups are hidden.',
  })
  async fairnessAudit(
    @Args() { vacancyId, regionCode, attribute, stage, from, until }: FairnessAuditArgs,
    @Ctx() context: Context,
  ): Promise<FairnessAuditView> {
    const audit = await context.services.fairness.audit(viewerOf(context), {
      vacancyId: vacancyId == null ? null : decodeUuid('Vacancy', vacancyId, 'vacancyId'),
      regionCode: regionCode ?? null,
      attribute,
      stage,
      from: from ?? null,
      until: until ?? null,
    });
    return toFairnessAuditView(attribute, audit);
  }
}
