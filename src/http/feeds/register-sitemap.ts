import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '../../clock';
import { sendPublic } from '../pages/layout/send-page';
import type { VacancyPagesDeps } from '../pages/vacancies/vacancy-deps';
import { PART_SIZE, renderIndex, renderPages, renderRobots, renderVacancies } from './sitemap';

/** Robots come often, and a list of all vacancies is dear: it is made once a minute. */
const REMEMBERED_MS = 60_000;

/** Adds what search engines ask for: which addresses there are, and which are not for them. */
export async function registerSitemap(
  app: FastifyInstance,
  { clock, originOf, listParts, listPart }: VacancyPagesDeps,
): Promise<void> {
  const parts = remembered(clock, () => listParts(PART_SIZE));
  const part = remembered(clock, (number: number) => listPart(number, PART_SIZE));

  app.get('/sitemap.xml', async (request, reply) =>
    sendXml(reply, renderIndex(await parts(1), originOf(request))),
  );
  app.get('/sitemap/halaman.xml', async (request, reply) =>
    sendXml(reply, renderPages(originOf(request))),
  );
  app.get<{ Params: { file: string } }>('/sitemap/:file', async (request, reply) => {
    const number = Number(/^lowongan-([1-9]\d{0,3})\.xml$/.exec(request.params.file)?.[1] ?? 0);
    const known = await parts(1);
    if (!known.some((it) => it.number === number)) return reply.callNotFound();
    return sendXml(reply, renderVacancies(await part(number), originOf(request)));
  });
  app.get('/robots.txt', async (request, reply) =>
    sendPublic(reply.type('text/plain; charset=utf-8'), renderRobots(originOf(request))),
  );
}

const sendXml = (reply: FastifyReply, text: string) =>
  sendPublic(reply.type('application/xml; charset=utf-8'), text);

/** A read whose answers stand for a minute; those who ask at once share one. */
function remembered<T>(clock: Clock, read: (number: number) => Promise<T>) {
  const answers = new Map<number, { at: number; answer: Promise<T> }>();
  return (number: number): Promise<T> => {
    const now = clock.now().getTime();
    const known = answers.get(number);
    if (known !== undefined && now - known.at < REMEMBERED_MS) return known.answer;
    const answer = read(number);
    answers.set(number, { at: now, answer });
    // A failure is told to who waits and forgotten.
    answer.catch(() => answers.delete(number));
    return answer;
  };
}
