import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { WebhookDelivery } from '../../entities';
import { type ListMove, listMoves } from '../../matches/wanted-events';
import type { Verdict } from '../../matching/core/tally';
import {
  type ListedWebhook,
  type WebhookState,
  webhookStates,
} from '../../services/webhooks/list-webhooks';
import { type Outcome, outcomes } from '../../webhooks/answer';
import { For } from '../audience';
import { enumOf } from '../enums';
import { MatchVerdictEnum } from '../matching/match.view';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

export const ListMoveEnum = enumOf(
  'ListMove',
  listMoves,
  'What happens to somebody on a vacancy’s list of its first 100 people.',
  {
    ENTERED: 'Is on it now',
    ROSE: 'Stays on it with a better verdict',
    LEFT: 'Is no longer on it',
  },
);

const WebhookStateEnum = enumOf('WebhookState', webhookStates, 'How a webhook stands.', {
  ACTIVE: 'Is sent what happens',
  FAILING: 'Has failed for an hour or more; it is tried on',
  PAUSED: 'Is sent nothing until it is resumed',
  DISABLED: 'Has failed for five days or is gone (410); it is sent nothing until it is resumed',
});

const WebhookOutcomeEnum = enumOf('WebhookOutcome', outcomes, 'What came of an attempt.', {
  DELIVERED: 'A status from 200 to 299',
  REJECTED: 'Another status',
  REDIRECTED: 'A redirect, which is not followed',
  GONE: 'Status 410: nothing more is sent',
  TIMED_OUT: 'No whole answer within five seconds',
  ADDRESS_REFUSED: 'The host leads into a network that is not public',
  UNREACHABLE: 'No connection, or one that broke off',
});

@ObjectType('WebhookAttempt', {
  description: 'An attempt to deliver a message.',
  simpleResolvers: true,
})
@For('employer')
export class WebhookAttemptView {
  @For('employer')
  @Field(() => String, { description: 'As in the message, for example match.entered.' })
  type: string;

  @For('employer')
  @Field(() => ID, { nullable: true, description: 'The event; null for a gap.' })
  eventId: string | null;

  @For('employer')
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  at: Date;

  @For('employer')
  @Field(() => Int, { description: '1 = the first of this message.' })
  attempt: number;

  @For('employer')
  @Field(() => WebhookOutcomeEnum, { description: 'What came of it.' })
  outcome: Outcome;

  @For('employer')
  @Field(() => Int, { nullable: true, description: 'HTTP status; null without a whole answer.' })
  status: number | null;

  @For('employer')
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  durationMs: number;
}

export function toAttemptView(row: WebhookDelivery): WebhookAttemptView {
  const { type, eventId, at, attempt, status, durationMs } = row;
  return { type, eventId, at, attempt, status, durationMs, outcome: row.outcome as Outcome };
}

@ObjectType('Webhook', {
  description: 'An address to which match events are sent, one after another.',
  simpleResolvers: true,
})
@For('employer')
export class WebhookView {
  key: string;
  employerKey: string;

  @For('employer')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('employer')
  @Field(() => String, { description: 'The address.' })
  url: string;

  @For('employer')
  @Field(() => [ListMoveEnum], {
    description: 'What it is told; counts of several people, if they count one of these.',
  })
  moves: readonly ListMove[];

  @For('employer')
  @Field(() => MatchVerdictEnum, {
    description: 'It is told of matches at least as good, and of all counts.',
  })
  minVerdict: Verdict;

  @For('employer')
  @Field(() => [ID], {
    nullable: true,
    description: 'The vacancies; null = all of the employer.',
  })
  vacancyIds: readonly string[] | null;

  @For('employer')
  @Field(() => WebhookStateEnum, { description: 'How it stands.' })
  state: WebhookState;

  @For('employer')
  @Field(() => String, { description: 'The last four characters of the newest secret.' })
  secretHint: string;

  @For('employer')
  @Field(() => String, { description: 'Everything up to here was delivered or passed over.' })
  cursor: string;

  @For('employer')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When a message last arrived.' })
  lastDeliveryAt: Date | null;

  @For('employer')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the message that failed is sent again; null when none has.',
  })
  nextAttemptAt: Date | null;

  @For('employer')
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
}

/** The view of a webhook; `encode` makes cursors of the match events. */
export function toWebhookView(
  { webhook, state }: ListedWebhook,
  encode: (place: number) => string,
): WebhookView {
  const { id, employerId, url, vacancyIds, secretHint, lastDeliveryAt, createdAt } = webhook;
  return Object.assign(new WebhookView(), {
    ...{ key: id, employerKey: employerId, url, state, secretHint, lastDeliveryAt, createdAt },
    id: encodeNodeId('Webhook', id),
    moves: webhook.moves as ListMove[],
    minVerdict: webhook.minVerdict as Verdict,
    vacancyIds: vacancyIds?.map((vacancyId) => encodeNodeId('Vacancy', vacancyId)) ?? null,
    cursor: encode(Number(webhook.place)),
    nextAttemptAt: webhook.retryAt,
  });
}

@ObjectType({ description: 'What became of a webhook.', simpleResolvers: true })
@For('employer')
export class WebhookPayload {
  @For('employer')
  @Field(() => WebhookView, {
    nullable: true,
    description: 'The webhook; null when refused, and when it is deleted.',
  })
  webhook: WebhookView | null;

  @For('employer')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType({ description: 'What became of a webhook, and its new secret.', simpleResolvers: true })
@For('employer')
export class WebhookSecretPayload extends WebhookPayload {
  @For('employer')
  @Field(() => String, {
    nullable: true,
    description: 'Signs the messages; told in the answer to this attempt alone. Null when refused.',
  })
  secret: string | null;
}
