import { concat, NEVER, type Observable, of, throwError } from 'rxjs';
import { Refused, SocketClosed, type StreamItem } from '../../../examples/recruiter/connection';
import { follow, TokenRefused } from '../../../examples/recruiter/follow';

const heartbeat = (cursor: string): StreamItem => ({ __typename: 'Heartbeat', cursor });
const broken = (error: Error, ...items: StreamItem[]) =>
  concat(
    of(...items),
    throwError(() => error),
  );

/** Follows one connection after the other, and stops in the last one. */
async function run(...connections: Observable<StreamItem>[]) {
  const stopping = new AbortController();
  const asked: (string | null)[] = [];
  const notices: string[] = [];
  const place = {
    cursor: null as string | null,
    save: (cursor: string) => {
      place.cursor = cursor;
    },
  };
  const ended = follow({
    open: (after) => {
      asked.push(after);
      const next = connections.shift();
      if (next === undefined) queueMicrotask(() => stopping.abort());
      return next ?? NEVER;
    },
    place,
    print: () => undefined,
    notice: (line) => void notices.push(line),
    signal: stopping.signal,
    firstPauseMs: 1,
  });
  const error = await ended.then(
    () => null,
    (reason: Error) => reason,
  );
  return { asked, notices, error };
}

describe('follow', () => {
  it.each([1000, 1001, 1006, 1012, 1013, 4500])(
    'asks for what follows the newest cursor after close code %i',
    async (code) => {
      const { asked, notices, error } = await run(
        broken(new SocketClosed(code, 'why'), heartbeat('a'), heartbeat('b')),
        broken(new SocketClosed(code, 'why')),
        broken(new SocketClosed(code, 'why'), heartbeat('c')),
      );
      expect(asked).toEqual([null, 'b', 'b', 'c']);
      expect(notices[0]).toContain(`lost (${code} why)`);
      expect(error).toBeNull();
    },
  );

  it('says that matches may be missing, and takes the fresh cursor', async () => {
    const gap = { __typename: 'ResumeGap', reason: 'EXPIRED', freshCursor: 'fresh' } as const;
    const { asked, notices } = await run(broken(new SocketClosed(1001, ''), gap));
    expect(asked).toEqual([null, 'fresh']);
    expect(notices[0]).toContain('EXPIRED');
  });

  it('goes on where the service cut it off as too slow', async () => {
    const slow = new Refused('SUBSCRIBER_TOO_SLOW', 'too slow', 'there');
    const { asked } = await run(broken(slow, heartbeat('here')));
    expect(asked).toEqual([null, 'there']);
  });

  it('ends when the token is refused', async () => {
    const expired = await run(broken(new SocketClosed(4403, 'Token expired'), heartbeat('a')));
    expect(expired.error).toBeInstanceOf(TokenRefused);
    const missing = await run(broken(new Refused('UNAUTHENTICATED', 'sign in', null)));
    expect(missing.error).toBeInstanceOf(TokenRefused);
  });

  it('ends with what will not pass, and tries again what may', async () => {
    const notFound = new Refused('NOT_FOUND', 'not found', null);
    const { asked, error } = await run(
      broken(new Refused('SERVICE_UNAVAILABLE', 'later', null)),
      broken(notFound),
    );
    expect(asked).toHaveLength(2);
    expect(error).toBe(notFound);
  });
});
