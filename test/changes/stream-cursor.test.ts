import { streamCursors } from '../../src/changes/stream-cursor';
import { CursorSigner } from '../../src/resolvers/lists/cursor';

const secret = 'a secret of at least thirty-two characters';
const cursors = streamCursors(secret, 'match events');
const cursor = cursors.encode(42);

describe('streamCursors', () => {
  it('gives back the place, whoever made the cursor', () => {
    expect(cursors.decode(cursor)).toBe(42);
    expect(new CursorSigner(secret, 'ani').forStream('match events').decode(cursor)).toBe(42);
    expect(cursors.decode(cursors.encode(0))).toBe(0);
  });

  it.each([
    ['of another stream', streamCursors(secret, 'vacancy changes').encode(42)],
    ['of another installation', streamCursors('another secret', 'match events').encode(42)],
    ['of a list', new CursorSigner(secret, 'ani').forList('match events').encode(42)],
    ['that was cut', cursor.slice(0, -2)],
    ['that was changed', cursor.replace(/^[^.]+/, Buffer.from('43').toString('base64url'))],
    ['of no sense', '\u0000"\\'],
    ['that is empty', ''],
  ])('knows no cursor %s', (_, foreign) => {
    expect(cursors.decode(foreign)).toBeNull();
  });
});
