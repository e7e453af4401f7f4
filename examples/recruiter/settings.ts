import { parseArgs } from 'node:util';
import type { MatchVerdict } from './generated/operations';

export interface Settings {
  /** Websocket of the endpoint for employers. */
  readonly url: string;
  readonly token: string;
  readonly stateFile: string;
  /** Empty = every vacancy for which the token's owner acts. */
  readonly vacancyIds: readonly string[];
  readonly minVerdict: MatchVerdict;
}

export class NoToken extends Error {
  override name = 'NoToken';
}

const verdicts = ['STRETCH', 'POSSIBLE', 'STRONG'] as const satisfies readonly MatchVerdict[];

/** Errors: NoToken; an argument that is unknown or wrong. */
export function parseSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      address: { type: 'string', default: 'http://localhost:4000' },
      state: { type: 'string', default: 'recruiter.cursor' },
      vacancy: { type: 'string', multiple: true, default: [] },
      'min-verdict': { type: 'string', default: 'POSSIBLE' },
    },
  });
  const minVerdict = verdicts.find((verdict) => verdict === values['min-verdict']);
  if (minVerdict === undefined) throw new Error(`--min-verdict is one of ${verdicts.join(', ')}`);
  if (!env.PADAN_TOKEN) throw new NoToken('Set PADAN_TOKEN to a token of an employer or recruiter');
  return {
    url: socketUrl(values.address),
    token: env.PADAN_TOKEN,
    stateFile: values.state,
    vacancyIds: values.vacancy,
    minVerdict,
  };
}

function socketUrl(address: string): string {
  if (!URL.canParse(address)) throw new Error('--address is like https://padan.example');
  const url = new URL('/graphql/employer', address);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
