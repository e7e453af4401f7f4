import type { FastifyInstance, FastifyRequest } from 'fastify';
import { endpointPath } from '../../graphql/endpoint';
import type { Lang } from '../layout/lang';

/** Why something was not done, for people, in the page's language. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** The input that it is about, such as `profile.birthDate`; empty = none. */
  readonly field: string;
  /** How long to wait; null = not said. */
  readonly retrySeconds: string | null;
}

/** What an operation told; `data` is null when nothing of it is of use. */
export interface Told<T> {
  readonly data: T | null;
  readonly refusals: readonly Refusal[];
}

export type Ask = <T>(query: string, variables?: Record<string, unknown>) => Promise<Told<T>>;

interface Answer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code?: string; field?: string } }[];
}

/**
 * Runs operations of a person on this server's own candidate endpoint, with its limits and rights, without the network:
 * what the pages can do, the person's own token can do and nothing else.
 */
export function askAs(
  app: FastifyInstance,
  request: FastifyRequest,
  caller: { lang: Lang; token: string | null },
): Ask {
  return async <T>(query: string, variables: Record<string, unknown> = {}) => {
    const response = await app.inject({
      method: 'POST',
      url: endpointPath('candidate'),
      // Whom limits count: the person's network, not this server.
      remoteAddress: request.ip,
      headers: {
        'accept-language': caller.lang,
        ...(caller.token === null ? {} : { authorization: `Bearer ${caller.token}` }),
      },
      payload: { query, variables },
    });
    const { data = null, errors = [] } = response.json<Answer<T>>();
    const retrySeconds = response.headers['retry-after']?.toString() ?? null;
    const refusals = errors.map(({ message, extensions }) => ({
      code: extensions?.code ?? 'INTERNAL',
      message,
      field: extensions?.field ?? '',
      retrySeconds,
    }));
    return { data, refusals };
  };
}

/** A refusal that no page handles; it becomes a page of its own. */
export class PageRefusal extends Error {
  override name = 'PageRefusal';
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** What is needed to show a page at all. Errors: PageRefusal. */
export function needed<T>({ data, refusals }: Told<T>): T {
  const [refusal] = refusals;
  if (refusal !== undefined) throw new PageRefusal(refusal);
  if (data === null) throw new PageRefusal({ ...UNKNOWN });
  return data;
}

const UNKNOWN: Refusal = { code: 'INTERNAL', message: '', field: '', retrySeconds: null };

interface Payload {
  userErrors: { code: string; message: string; path: readonly string[] }[];
}

/**
 * Why a mutation changed nothing, whether that was expected or not; empty when it did what it should.
 *
 * Errors: PageRefusal UNAUTHENTICATED, which no form can mend.
 */
export function problemsOf(told: Told<Record<string, Payload | null>>): Refusal[] {
  const lost = told.refusals.find(({ code }) => code === 'UNAUTHENTICATED');
  if (lost !== undefined) throw new PageRefusal(lost);
  const expected = Object.values(told.data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
  return [
    ...told.refusals,
    ...expected.map(({ code, message, path }) => {
      return { code, message, field: path.at(-1) ?? '', retrySeconds: null };
    }),
  ];
}
