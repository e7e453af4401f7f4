import type { CodeMessage } from '../../../src/identity/delivery/delivery';
import type { Identity } from '../../../src/identity/identity';
import { anIdentity } from '../../doubles/identity';
import { type Asking, type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';

export const PHONE = '0812-3456-7890';
const ERRORS = 'userErrors { code path message(lang: EN) }';
const SESSION = 'accessToken accessTokenExpiresAt refreshToken deviceToken mustEnrolSecondFactor';

export interface Session {
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  deviceToken: string | null;
  mustEnrolSecondFactor: boolean;
}
export interface SignInAnswer {
  session: Session | null;
  userErrors: { code: string; path: string[]; message: string }[];
}

/** The public endpoint with sign-in, messages that were sent and a clock that the test moves. */
export interface SignInWorld extends GraphWorld {
  readonly sent: CodeMessage[];
  readonly identity: Identity;
  /** Moves the clock on. */
  pass(ms: number): void;
  now(): Date;
  request(address?: string, asking?: Asking): Promise<SignInAnswer & { expiresAt: Date | null }>;
  enter(args: Record<string, unknown>): Promise<SignInAnswer>;
  /** Asks for a code and signs in with it. */
  signIn(address?: string, args?: Record<string, unknown>): Promise<SignInAnswer>;
  refreshSession(refreshToken: string): Promise<Session>;
  signOut(refreshToken: string): Promise<boolean>;
}

export async function startSignInWorld(
  changes: Partial<Identity> = {},
  start = NOW,
): Promise<SignInWorld> {
  let nowMs = start.getTime();
  const sent: CodeMessage[] = [];
  const identity = anIdentity(sent, changes);
  const now = () => new Date(nowMs);
  const world = await startGraphWorld({ identity, clock: { now } });
  const ask = async <T>(query: string, variables: Record<string, unknown>, asking: Asking = {}) => {
    const data = await world.data<Record<string, T>>(query, { ...asking, variables });
    return Object.values(data)[0] as T;
  };
  const request: SignInWorld['request'] = (address = PHONE, asking = {}) =>
    ask(
      `mutation ($address: String!) { requestSignInCode(address: $address) { expiresAt ${ERRORS} } }`,
      { address },
      asking,
    );
  const enter: SignInWorld['enter'] = (args) => {
    const given = Object.entries(args).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return ask(`mutation { signIn(${given.join(', ')}) { session { ${SESSION} } ${ERRORS} } }`, {});
  };
  return {
    ...world,
    ...{ sent, identity, now, request, enter },
    pass: (ms) => {
      nowMs += ms;
    },
    signIn: async (address = PHONE, args = {}) => {
      await request(address);
      return await enter({ address, code: sent.at(-1)?.code, ...args });
    },
    refreshSession: (refreshToken) =>
      ask(`mutation ($token: String!) { refreshSession(refreshToken: $token) { ${SESSION} } }`, {
        token: refreshToken,
      }),
    signOut: (refreshToken) =>
      ask('mutation ($token: String!) { signOut(refreshToken: $token) }', { token: refreshToken }),
  };
}

export const codesOf = ({ userErrors }: Pick<SignInAnswer, 'userErrors'>) =>
  userErrors.map(({ code }) => code);
