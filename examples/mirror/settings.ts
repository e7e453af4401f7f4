import { parseArgs } from 'node:util';

export interface Settings {
  /** Public endpoint of the service. */
  readonly url: string;
  /** Where the copy lies. */
  readonly folder: string;
  /** Between two questions when nothing more is there. */
  readonly pollMs: number;
  /** follow = for ever; once = until nothing more is there; verify = once, then compare with the source. */
  readonly mode: 'follow' | 'once' | 'verify';
  /** Of an API key; null = without. */
  readonly key: string | null;
}

/** Errors: an argument that is unknown or wrong. */
export function parseSettings(args: readonly string[], env: NodeJS.ProcessEnv): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      address: { type: 'string', default: 'http://localhost:4000' },
      dir: { type: 'string', default: 'mirror' },
      poll: { type: 'string', default: '30' },
      once: { type: 'boolean', default: false },
      verify: { type: 'boolean', default: false },
    },
  });
  if (!URL.canParse(values.address)) throw new Error('--address is like https://padan.example');
  const seconds = Number(values.poll);
  if (!(seconds > 0)) throw new Error('--poll is a number of seconds');
  return {
    url: new URL('/graphql', values.address).href,
    folder: values.dir,
    pollMs: seconds * 1_000,
    mode: values.verify ? 'verify' : values.once ? 'once' : 'follow',
    key: env.PADAN_KEY || null,
  };
}
