import { encodeNodeId } from '../node-id';

/** Names an event for ever, whichever way it is told; other installations give other names. */
export const encodeEventId = (
  type: 'MatchEvent' | 'VacancyChangeEvent' | 'ApplicationChange',
  { nodeId, seq }: { readonly nodeId: string; readonly seq: number },
): string => encodeNodeId(type, `${nodeId}.${seq}`);
