import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { SNAPSHOT_FOLDER, SNAPSHOT_SUFFIX } from '../../services/snapshots/snapshot-address';
import type { SnapshotFile, VacancySnapshots } from '../../services/snapshots/vacancy-snapshots';
import { readRange } from './byte-range';

export interface SnapshotRouteDeps {
  snapshots: Pick<VacancySnapshots, 'find' | 'read'>;
}

/** A name says of which bytes it is, so they never change; caches let go of them when the service does. */
const CACHED = 'public, max-age=86400, immutable';
const NAME = /^vacancies-[\dTZ]{16}-[0-9a-f]{12}$/;

/** Adds the files with all public vacancies: for pages of any origin, in stretches, with bounded memory. */
export function registerSnapshot(app: FastifyInstance, { snapshots }: SnapshotRouteDeps): void {
  app.get<{ Params: { file: string } }>(`${SNAPSHOT_FOLDER}:file`, async (request, reply) => {
    const { file: asked } = request.params;
    const name = asked.endsWith(SNAPSHOT_SUFFIX) ? asked.slice(0, -SNAPSHOT_SUFFIX.length) : '';
    const file = NAME.test(name) ? await snapshots.find(name) : null;
    if (file === null) return reply.callNotFound();
    return send(request, reply, { file, snapshots });
  });
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { file, snapshots }: { file: SnapshotFile; snapshots: SnapshotRouteDeps['snapshots'] },
): FastifyReply {
  const etag = `"${file.sha256}"`;
  reply
    .header('etag', etag)
    .header('cache-control', CACHED)
    .header('accept-ranges', 'bytes')
    .header('x-content-type-options', 'nosniff')
    .type('application/gzip');
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  const isSame = [undefined, etag].includes(request.headers['if-range'] as string | undefined);
  const range = isSame ? readRange(request.headers.range, file.bytes) : null;
  if (range === 'UNSATISFIABLE') {
    return reply.code(416).header('content-range', `bytes */${file.bytes}`).send();
  }
  const { start, end } = range ?? { start: 0, end: file.bytes };
  if (range !== null) {
    reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${file.bytes}`);
  }
  reply.header('content-length', end - start);
  const content = request.method === 'HEAD' ? [] : snapshots.read(file, start, end);
  return reply.send(Readable.from(content, { objectMode: false }));
}
