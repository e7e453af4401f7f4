import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { type Figure, figure } from '../figures';
import { builtService, padan, type Service, withHome, withService } from '../service';
import { waitUntilSettled } from '../settle';
import { type Subject, tokenFor } from '../subjects';
import { ACCOUNT, prepareAds, readLocalIds } from './ads';
import { compareList } from './compare';
import { readPeople } from './facts';
import { readRules } from './rules';

export interface OracleOptions {
  /** Folder with `jobstreet_ads/ads.csv`. */
  readonly dir: string;
  readonly people: number;
  say(line: string): void;
}

/** Lists of real ads through the API against the formula, worked out the slow way over the same people. */
export async function checkOracle({ dir, people, say }: OracleOptions): Promise<Figure[]> {
  const file = [dir, path.join(dir, 'jobstreet_ads')]
    .map((folder) => path.join(folder, 'ads.csv'))
    .find((one) => existsSync(one));
  if (file === undefined) {
    say(`skipped: there is no jobstreet_ads/ads.csv in ${dir}`);
    return [];
  }
  return await withHome((home) =>
    withService(home, builtService(), async (service, servers, client) => {
      say(`loading ${people} people and the ads`);
      await padan(home, 'demo', '--people', `${people}`);
      say(await padan(home, 'import', 'vacancies', file, '--as-of', 'today'));
      const { local, nationwide } = await prepareAds(client, readLocalIds(file));
      await waitUntilSettled(client, servers);
      return [
        await check('oracle, ads in Palu', local, service, client, say),
        await check('oracle, ads for the nation', nationwide, service, client, say),
      ];
    }),
  );
}

async function check(
  name: string,
  keys: readonly string[],
  service: Service,
  client: Client,
  say: (line: string) => void,
): Promise<Figure> {
  const token = await tokenFor(service.home, ACCOUNT.subject);
  const rules = await readRules(client);
  const people = await readPeople(client, rules, new Date());
  let differences = 0;
  for (const key of keys) {
    const subject: Subject = { key, id: encodeNodeId('Vacancy', key), regionCodes: [], token };
    const difference = await compareList(client, service, subject, rules, people);
    if (difference === null) continue;
    differences += 1;
    say(`${name}: vacancy ${difference.vacancy}: ${difference.what}`);
  }
  return figure(name, { lists: keys.length, differences }, { of: 'differences', most: 0 });
}
