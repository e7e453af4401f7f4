import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import compress from '@fastify/compress';
import fastify, { type FastifyInstance } from 'fastify';
import { registerWidget, WIDGET_PATH } from '../../src/http/widget/register-widget';

/** Source: issue of the portal kit. */
const LARGEST_SCRIPT_BYTES = 20 * 1_024;

let app: FastifyInstance;
beforeAll(async () => {
  execFileSync(process.execPath, [path.join(__dirname, '../../scripts/build-widget.mjs')]);
  app = fastify();
  await app.register(compress, { encodings: ['gzip'] });
  registerWidget(app);
});
afterAll(() => app.close());

describe('/padan.js', () => {
  it('is a script of at most 20 KB, compressed, without eval or markup', async () => {
    const { body, headers } = await app.inject(WIDGET_PATH);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(gzipSync(body, { level: 9 }).length).toBeLessThanOrEqual(LARGEST_SCRIPT_BYTES);
    expect(body).not.toMatch(
      /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    );
  });

  it('may be loaded by any page and kept for an hour', async () => {
    const { headers } = await app.inject(WIDGET_PATH);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['cache-control']).toMatch(/^public, max-age=3600\b/);
  });

  it('is not sent again to who has it, compressed or not', async () => {
    const plain = await app.inject(WIDGET_PATH);
    const packed = await app.inject({
      url: WIDGET_PATH,
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body);
    expect(packed.headers.etag).toBe(plain.headers.etag);
    const known = { 'if-none-match': `"other", ${plain.headers.etag}` };
    const again = await app.inject({ url: WIDGET_PATH, headers: known });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('tells days as the office does, wherever that is', async () => {
    const [etags, scripts] = [new Set<unknown>(), [] as string[]];
    for (const zone of ['Asia/Makassar', 'Asia/Jayapura']) {
      const office = fastify();
      registerWidget(office, { zone });
      const { body, headers } = await office.inject(WIDGET_PATH);
      etags.add(headers.etag);
      scripts.push(body);
      await office.close();
    }
    expect(etags.size).toBe(2);
    const [palu = '', jayapura = ''] = scripts;
    expect(palu.replaceAll('Asia/Makassar', 'Asia/Jayapura') === jayapura).toBe(true);
    expect(jayapura.split('Asia/Jayapura')).toHaveLength(2);
  });

  it('says so where it is not built', async () => {
    const unbuilt = fastify();
    registerWidget(unbuilt, { folder: '/nowhere' });
    const { statusCode, headers } = await unbuilt.inject(WIDGET_PATH);
    expect([statusCode, headers['cache-control']]).toEqual([503, 'no-store']);
    await unbuilt.close();
  });
});
