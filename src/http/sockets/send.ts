import { WebSocket } from 'ws';
import { limits } from '../../limits';

export const TRY_AGAIN_LATER = 1013;
/** What is still on its way to a peer that is cut off may take so long. */
const FAREWELL_MS = 1_000;

/**
 * Resolves when the data left this process, so that a stream waits for its reader, or when the peer is gone. A peer that
 * takes nothing for too long, or lets too much pile up, is cut off, also when it answers pings.
 */
export function send(socket: WebSocket, data: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState !== WebSocket.OPEN) return resolve();
    cutOffFull(socket);
    const timer = setTimeout(() => cutOff(socket), limits.socket.flushMs);
    socket.send(data, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Cuts a peer off for whom too much waits in memory. */
export function cutOffFull(socket: WebSocket): void {
  if (socket.bufferedAmount > limits.socket.bufferedBytes) cutOff(socket);
}

function cutOff(socket: WebSocket): void {
  socket.close(TRY_AGAIN_LATER, 'SUBSCRIBER_TOO_SLOW');
  setTimeout(() => socket.terminate(), FAREWELL_MS).unref();
}
