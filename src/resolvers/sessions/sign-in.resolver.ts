import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Lang } from '../../errors';
import { For } from '../audience';
import type { Context } from '../context';
import { LangArg, langOf } from '../lang.arg';
import { DateScalar } from '../scalars';
import { toUserErrors } from '../user-error.view';
import { SignInCodeResult, SignInResult, SignInSessionView, toSessionView } from './sign-in.view';

@Resolver()
export class SignInResolver {
  @For('public')
  @Mutation(() => SignInCodeResult, {
    description:
      'Sends a code of six digits, which holds for ten minutes: at most three in a quarter of an hour and ten a day to one address. The answer is the same whether or not anybody has signed in with the address.',
  })
  async requestSignInCode(
    @Arg('address', () => String, {
      description: 'An Indonesian mobile number (08…, +62…) or an e-mail address.',
    })
    address: string,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): Promise<SignInCodeResult> {
    const { caller, services } = context;
    const command = { address, lang: langOf(lang, context), caller };
    const { value, problems } = await services.sessions.requestCode(command);
    return { expiresAt: value, userErrors: toUserErrors(problems) };
  }

  @For('public')
  @Mutation(() => SignInResult, {
    description:
      'Signs in with a code. The first sign-in with an address makes the account. A code allows five attempts.',
  })
  async signIn(
    @Arg('address', () => String, { description: 'To which the code was sent.' }) address: string,
    @Arg('code', () => String, { description: 'The six digits.' }) code: string,
    @Arg('deviceToken', () => String, {
      nullable: true,
      description: 'What an earlier sign-in on this device gave.',
    })
    deviceToken: string | null,
    @Arg('totp', () => String, {
      nullable: true,
      description: 'The code of the authenticator app, for accounts that enrolled one.',
    })
    totp: string | null,
    @Arg('birthDate', () => DateScalar, {
      nullable: true,
      description:
        'The date of birth that the account’s person told, when it is asked for (SECOND_FACT_REQUIRED).',
    })
    birthDate: string | null,
    @Ctx() { caller, services }: Context,
  ): Promise<SignInResult> {
    const facts = { totp: totp ?? null, birthDate: birthDate ?? null };
    const command = { address, code, deviceToken: deviceToken ?? null, ...facts, caller };
    const { value, problems } = await services.sessions.signIn(command);
    return { session: value && toSessionView(value), userErrors: toUserErrors(problems) };
  }

  @For('public')
  @Mutation(() => SignInSessionView, {
    description: 'New tokens for a session; the refresh token that is sent counts no more.',
  })
  async refreshSession(
    @Arg('refreshToken', () => String, { description: 'The newest one of the session.' })
    refreshToken: string,
    @Ctx() { services }: Context,
  ): Promise<SignInSessionView> {
    return toSessionView(await services.sessions.refresh(refreshToken));
  }

  @For('public')
  @Mutation(() => Boolean, {
    description:
      'Ends the session of a refresh token, everywhere within five seconds; always true.',
  })
  async signOut(
    @Arg('refreshToken', () => String, { description: 'Of the session.' }) refreshToken: string,
    @Ctx() { services }: Context,
  ): Promise<boolean> {
    await services.sessions.signOut(refreshToken);
    return true;
  }
}
