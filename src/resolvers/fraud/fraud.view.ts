import { Field, ID, ObjectType } from 'type-graphql';
import type { FraudReport } from '../../entities';
import { type FraudReportState, fraudReportStates } from '../../entities/vocabulary';
import { fraudOutcomes } from '../../services/fraud/decide-report';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

export const FraudReportStateEnum = enumOf(
  'FraudReportState',
  fraudReportStates,
  'How a report of a fraud stands.',
  { NEW: 'Nobody of the office has decided' },
);
export const FraudOutcomeEnum = enumOf(
  'FraudOutcome',
  fraudOutcomes,
  'What the office finds of a report.',
);

@ObjectType({ description: 'What became of a report.', simpleResolvers: true })
@For('public')
export class ReportFraudResult {
  @For('public')
  @Field(() => String, {
    nullable: true,
    description: 'Number of the report, for who asks the office about it; null when refused.',
  })
  receipt: string | null;

  @For('public')
  @Field(() => [UserErrorView], { description: 'Why nothing was stored; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType('FraudReport', {
  description: 'Somebody takes an ad for a fraud. Nothing tells who.',
  simpleResolvers: true,
})
@For('office')
export class FraudReportView {
  vacancyKey: string | null;

  @For('office')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('office')
  @Field(() => String, { description: 'The number that the reporter was given.' })
  receipt: string;

  @For('office')
  @Field(() => FraudReportStateEnum, { description: 'How it stands.' })
  state: FraudReportState;

  @For('office')
  @Field(() => String, { nullable: true, description: 'The code on the ad, as it was typed.' })
  verifyCode: string | null;

  @For('office')
  @Field(() => String, {
    nullable: true,
    description: 'Where the ad was seen; a stranger’s text, not to be opened as a link.',
  })
  url: string | null;

  @For('office')
  @Field(() => String, { description: 'The reporter’s words; plain text.' })
  text: string;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  filedAt: Date;

  @For('office')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'Why; plain text.' })
  note: string | null;
}

@ObjectType({ description: 'A report in its place of the list.', simpleResolvers: true })
@For('office')
export class FraudReportEdge extends edgeOf(FraudReportView, 'office') {}

@ObjectType({ description: 'Reports of frauds.', simpleResolvers: true })
@For('office')
export class FraudReportConnection extends connectionOf(FraudReportEdge, 'office') {}

@ObjectType({ description: 'What became of a decision.', simpleResolvers: true })
@For('office')
export class FraudReportPayload {
  @For('office')
  @Field(() => FraudReportView, { nullable: true, description: 'The report; null when refused.' })
  report: FraudReportView | null;

  @For('office')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

export function toFraudReportView(report: FraudReport): FraudReportView {
  const { id, receipt, state, verifyCode, url, text, vacancyId, filedAt, decidedAt, note } = report;
  return Object.assign(new FraudReportView(), {
    ...{ receipt, state, verifyCode, url, text, filedAt, decidedAt, note },
    id: encodeNodeId('FraudReport', id),
    vacancyKey: vacancyId,
  });
}
