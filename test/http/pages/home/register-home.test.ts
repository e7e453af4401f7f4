import fastify, { type FastifyInstance } from 'fastify';
import { registerHome } from '../../../../src/http/pages/home/register-home';
import { aHome } from './home-fixture';

interface Asked {
  path: string;
  authorization: string | undefined;
  language: string | undefined;
  body: { query: string; variables: Record<string, unknown> };
}

let app: FastifyInstance;
let asked: Asked[];

/** Endpoints that answer like the fixture, and the page on the same server. */
async function start(token: string | null, failure: string | null = null): Promise<void> {
  const { seeker, employer } = aHome();
  if (employer?.kind !== 'demo') throw new Error('the fixture has a demo vacancy');
  const { vacancy } = employer;
  const answers: [string, unknown][] = [
    ['query MatchMe', { matchMe: seeker.answer }],
    ['query Ranking', { vacancy }],
    ['query OpenVacancies', { vacancies: { totalCount: 12, facets: [] } }],
    [
      'query OwnVacancies',
      {
        viewer: {
          employers: [
            {
              vacancies: {
                edges: [{ node: { ...vacancy, isDemo: true } }],
              },
            },
          ],
        },
      },
    ],
  ];
  app = fastify();
  asked = [];
  for (const path of ['/graphql', '/graphql/employer']) {
    app.post<{ Body: Asked['body'] }>(path, async ({ headers, body }) => {
      const { authorization, 'accept-language': language } = headers;
      asked.push({ path, authorization, language, body });
      const data = answers.find(([start]) => body.query.startsWith(start))?.[1];
      return failure === null ? { data } : { data: null, errors: [{ message: failure }] };
    });
  }
  await registerHome(app, {
    originOf: () => 'https://padan.example',
    demoEmployer: async () => token,
  });
}

afterEach(() => app.close());

describe('registerHome', () => {
  it('answers the first visit with the example and its own policy', async () => {
    await start('token');
    const response = await app.inject('/');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self' data:; form-action 'self'/,
    );
    expect(response.headers['referrer-policy']).toBe('no-referrer');
    expect(response.body).toContain('Sopir truk distribusi');
    expect(response.body).toContain('Kasir toko bangunan');
  });

  it('sends the words and the place in the page’s language, signed in only as the demo employer', async () => {
    await start('token');
    await app.inject('/?skills=menjahit&place=Sigi&lang=en');
    const matchMe = asked.find(({ path }) => path === '/graphql');
    expect(matchMe?.body.variables).toEqual({ text: 'menjahit. Tinggal di Sigi' });
    expect(matchMe?.language).toBe('en');
    expect(matchMe?.authorization).toBeUndefined();
    const others = asked.filter(({ path }) => path === '/graphql/employer');
    expect(others.map(({ authorization }) => authorization)).toEqual([
      'Bearer token',
      'Bearer token',
    ]);
  });

  it('leaves out only a requirement of the shown vacancy', async () => {
    await start('token');
    const leftOut = async (id: string) => {
      asked = [];
      await app.inject(`/?without=${id}`);
      return asked
        .filter(({ body }) => body.query.startsWith('query Ranking'))
        .map(({ body }) => body.variables.without);
    };
    expect(await leftOut('R1')).toEqual([['R1'], []]);
    expect(await leftOut('somebody-elses')).toEqual([[]]);
  });

  it('asks nothing of the employer endpoint without a demo employer', async () => {
    await start(null);
    const { body } = await app.inject('/');
    expect(asked.map(({ path }) => path)).toEqual(['/graphql', '/graphql']);
    expect(body).not.toContain('class="candidates"');
    expect(body).toContain('<b>12</b> lowongan terbuka');
  });

  it('says why words cannot be answered', async () => {
    await start(null, 'Teks <terlalu> panjang.');
    const response = await app.inject('/?skills=x');
    expect(response.statusCode).toBe(400);
    expect(response.body).toContain('role="alert">Teks &lt;terlalu&gt; panjang.');
  });
});
