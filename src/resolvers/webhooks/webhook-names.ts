import { streamCursors } from '../../changes/stream-cursor';
import type { PublicNames } from '../../webhooks/message';
import { encodeNodeId } from '../node-id';
import { encodeEventId } from '../streams/event-id';

/** The names under which clients find again what webhooks tell of. */
export const webhookNames = (secret: string): PublicNames => ({
  eventId: (event) => encodeEventId('MatchEvent', event),
  vacancyId: (vacancyId) => encodeNodeId('Vacancy', vacancyId),
  cursor: (place) => streamCursors(secret, 'match events').encode(place),
});
