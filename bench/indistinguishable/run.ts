import { type Figure, figure, round } from '../figures';
import { post } from '../graphql';
import { builtService, padan, withHome, withService } from '../service';
import { type Naming, namings } from './operations';
import { type Cast, makeCast, missing } from './strangers';

const WARM_UP = 100;
/** Most that the medians may differ by, in percent. Source: the issue of the fourth stage. */
const MOST_PERCENT = 10;

export interface IndistinguishableOptions {
  readonly pairs: number;
  readonly say: (line: string) => void;
}

/** How the times of asking for somebody else's thing and for none differ, and whether the answers do. */
export async function measureIndistinguishable(
  options: IndistinguishableOptions,
): Promise<Figure[]> {
  return await withHome((home) =>
    withService(home, builtService(), async (service, _servers, client) => {
      await padan(home, 'demo', '--people', '2000', '--vacancies', '300');
      const cast = await makeCast(client, home);
      await client.query('ANALYZE');
      const figures: Figure[] = [];
      for (const naming of namings) {
        options.say(naming.name);
        figures.push(await compare(naming, cast, service.url, options.pairs));
      }
      return figures;
    }),
  );
}

async function compare(naming: Naming, cast: Cast, url: string, pairs: number): Promise<Figure> {
  const { name, asker, kind, query } = naming;
  const [foreign, none]: [number[], number[]] = [[], []];
  const told = new Set<string>();
  const ask = async (id: string, times: number[]) => {
    const variables = naming.variables(id, `${name} ${foreign.length} ${none.length}`);
    const from = performance.now();
    const answer = await post(`${url}/${asker}`, { query, variables }, cast.tokens[asker]);
    times.push(performance.now() - from);
    told.add(wordsOf(answer));
  };
  for (let pair = 0; pair < WARM_UP + pairs; pair += 1) {
    // Which of both comes first changes, so that neither always finds what the other warmed.
    if (pair % 2 === 0) await ask(cast.foreign[kind], foreign);
    await ask(missing(kind), none);
    if (pair % 2 === 1) await ask(cast.foreign[kind], foreign);
  }
  const [one, other] = [median(foreign.slice(WARM_UP)), median(none.slice(WARM_UP))];
  const percent = round((Math.max(one, other) / Math.min(one, other) - 1) * 100);
  const wordings = told.size;
  const values = { pairs, foreignMs: round(one), missingMs: round(other), percent, wordings };
  const line = figure(`${name} (${asker})`, values, { of: 'percent', most: MOST_PERCENT });
  return { ...line, passed: line.passed === true && wordings === 1 };
}

/** An answer without what differs from request to request anyway. */
function wordsOf(answer: string): string {
  const { data, errors } = JSON.parse(answer) as {
    data?: unknown;
    errors?: { message: string; path?: unknown; extensions: { code: string; field?: string } }[];
  };
  const words = errors?.map(({ message, path, extensions }) => [
    ...[message, path, extensions.code, extensions.field],
  ]);
  return JSON.stringify([data, words]);
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
