import { readFileSync } from 'node:fs';
import path from 'node:path';
import fastify from 'fastify';

const EXAMPLE = path.join(__dirname, '../../examples/widget');

export interface Portal {
  /** Another origin than the office's. */
  address: string;
  /** Puts a page there; the address of it. `policy`: its content security policy. */
  add(body: string, options?: { policy?: string; head?: string; lang?: string }): string;
  stop(): Promise<void>;
}

/** Serves the example as it is, with the office's address put in, and pages that tests make up. */
export async function startPortal(office: string): Promise<Portal> {
  const app = fastify();
  const pages: { html: string; policy: string }[] = [];
  const strict = `default-src 'none'; script-src ${office}; connect-src ${office}; style-src 'none'; img-src data:; require-trusted-types-for 'script'`;
  const readExample = (name: string) =>
    readFileSync(path.join(EXAMPLE, name), 'utf8').replaceAll('https://office.example', office);

  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(readExample('index.html')),
  );
  app.get('/portal.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(readExample('portal.css')),
  );
  app.get<{ Params: { at: string } }>('/pages/:at', (request, reply) => {
    const page = pages[Number(request.params.at)];
    if (page === undefined) return reply.callNotFound();
    return reply
      .header('content-security-policy', page.policy)
      .type('text/html; charset=utf-8')
      .send(page.html);
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });

  return {
    address,
    add: (body, { policy = strict, head, lang = 'id' } = {}) => {
      const script = head ?? `<script src="${office}/padan.js" defer></script>`;
      const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Portal</title><link rel="icon" href="data:,">${script}</head><body><main><h1>Portal</h1>${body}</main></body></html>`;
      pages.push({ html, policy });
      return `${address}/pages/${pages.length - 1}`;
    },
    stop: () => app.close(),
  };
}
