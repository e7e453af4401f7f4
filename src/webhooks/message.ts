import type { MatchEventKind } from '../matches/match-event';

/** How clients know what a message is about. */
export interface PublicNames {
  eventId(event: { seq: number; nodeId: string }): string;
  vacancyId(vacancyId: string): string;
  cursor(place: number): string;
}

/** The event that a message tells of; nothing of it is about a person. */
export interface ToldEvent {
  readonly seq: number;
  readonly nodeId: string;
  readonly vacancyId: string;
  readonly kind: MatchEventKind;
}

/** A message of one webhook. */
export interface WebhookMessage {
  /** The same at each attempt, and no other message's. */
  readonly id: string;
  readonly type: string;
  /** Null for a gap. */
  readonly eventId: string | null;
  /** Where the webhook stands once it is delivered. */
  readonly place: number;
  readonly data: Readonly<Record<string, string>>;
}

/** The message that tells of an event. */
export function eventMessage(
  webhookId: string,
  event: ToldEvent,
  names: PublicNames,
): WebhookMessage {
  const eventId = names.eventId(event);
  return {
    id: `msg_${webhookId}_${event.seq}`,
    type: `match.${event.kind.toLowerCase()}`,
    eventId,
    place: event.seq,
    data: {
      eventId,
      cursor: names.cursor(event.seq),
      vacancyId: names.vacancyId(event.vacancyId),
      kind: event.kind,
    },
  };
}

/** The message that events before a place are no longer kept: those behind it follow. */
export function gapMessage(webhookId: string, place: number, names: PublicNames): WebhookMessage {
  return {
    id: `msg_${webhookId}_gap_${place}`,
    type: 'match.gap',
    eventId: null,
    place,
    data: { cursor: names.cursor(place) },
  };
}

/** The body of an attempt. */
export const bodyOf = ({ type, data }: WebhookMessage, at: Date) =>
  JSON.stringify({ type, timestamp: at.toISOString(), data });
