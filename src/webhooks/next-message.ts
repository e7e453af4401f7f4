import type { EntityManager } from 'typeorm';
import { WebhookSecret } from '../entities';
import { newestMatchEvent } from '../matches/match-event-rows';
import { type ListMove, passesSql } from '../matches/wanted-events';
import type { Verdict } from '../matching/core/tally';
import type { Claim } from './claim';
import { ENTITLED, REMOVED_UP_TO } from './due-webhooks';
import {
  eventMessage,
  gapMessage,
  type PublicNames,
  type ToldEvent,
  type WebhookMessage,
} from './message';
import { signingSecrets } from './signature';

/** What a webhook is about to be told, and how it stands. */
export interface Consignment {
  readonly url: string;
  readonly message: WebhookMessage;
  /** Each of them signs, the newest first. */
  readonly secrets: readonly Buffer[];
  /** Place of what was delivered before. */
  readonly place: number;
  /** Attempts at this message that failed. */
  readonly failures: number;
  readonly failingSince: Date | null;
}

/**
 * What a claimed webhook delivers next; null when nothing is left, or it may deliver no more, or the claim is lost.
 *
 * Where nothing is left that it asks for, it moves on past what others ask for. Membership and consent are asked here,
 * before each attempt.
 * Cost: 4 queries by keys and indexes. The actor is `system`.
 */
export async function nextMessage(
  manager: EntityManager,
  claim: Claim,
  now: Date,
  names: PublicNames,
): Promise<Consignment | null> {
  // Read first: every event up to this place is there to be read.
  const newest = await newestMatchEvent(manager);
  const webhook = await readEntitled(manager, claim, now);
  if (webhook === null) return null;
  const place = Number(webhook.place);
  const message = await readNext(manager, webhook, newest, names);
  if (message === null) {
    await manager.query(
      'UPDATE webhooks SET place = $3 WHERE id = $1 AND place = $2 AND place < $3',
      [webhook.id, place, newest],
    );
    return null;
  }
  const secrets = await manager.find(WebhookSecret, {
    where: { webhookId: webhook.id },
    order: { createdAt: 'DESC' },
    take: 2,
  });
  const { url, failures, failingSince } = webhook;
  return { url, message, place, failures, failingSince, secrets: signingSecrets(secrets, now) };
}

interface WebhookRow {
  id: string;
  url: string;
  employerId: string;
  vacancyIds: string[] | null;
  minVerdict: Verdict;
  moves: ListMove[];
  place: string;
  failures: number;
  failingSince: Date | null;
}

async function readEntitled(
  manager: EntityManager,
  { webhookId, claim }: Claim,
  now: Date,
): Promise<WebhookRow | null> {
  const [row] = await manager.query<WebhookRow[]>(
    `SELECT w.id, w.url, w.employer_id AS "employerId", w.vacancy_ids AS "vacancyIds", w.min_verdict AS "minVerdict",
       w.moves, w.place, w.failures, w.failing_since AS "failingSince"
     FROM webhooks w WHERE w.id = $2 AND w.claim = $3 AND ${ENTITLED}`,
    [now, webhookId, claim],
  );
  return row ?? null;
}

/** One statement reads the event and what is removed: nothing can go unnoticed between two. */
async function readNext(
  manager: EntityManager,
  webhook: WebhookRow,
  newest: number,
  names: PublicNames,
): Promise<WebhookMessage | null> {
  const [row] = await manager.query<NextRow[]>(
    `SELECT ${REMOVED_UP_TO} AS removed, next.* FROM (VALUES (1)) AS one LEFT JOIN LATERAL (
       SELECT e.seq, e.node_id AS "nodeId", e.vacancy_id AS "vacancyId", e.kind
       FROM match_events e
       WHERE e.employer_id = $1 AND e.seq > $2 AND e.seq <= $3 AND ${passesSql('$4::uuid[]', '$5::text')}
         AND ('ENTERED' = ANY($6::text[]) AND e.entered > 0
           OR 'ROSE' = ANY($6::text[]) AND e.risen > 0
           OR 'LEFT' = ANY($6::text[]) AND e."left" > 0)
       ORDER BY e.seq LIMIT 1
     ) AS next ON true`,
    [
      webhook.employerId,
      webhook.place,
      newest,
      webhook.vacancyIds,
      webhook.minVerdict,
      webhook.moves,
    ],
  );
  const removed = Number(row.removed);
  if (Number(webhook.place) < removed) return gapMessage(webhook.id, removed, names);
  return row.seq === null
    ? null
    : eventMessage(webhook.id, { ...row, seq: Number(row.seq) }, names);
}

interface NextRow extends Omit<ToldEvent, 'seq'> {
  removed: string;
  /** Null, with the rest of the event, when there is none. */
  seq: string | null;
}
