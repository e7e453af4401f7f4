import { Field, ObjectType } from 'type-graphql';
import type { SessionGrant } from '../../services/sessions/session-grant';
import { For } from '../audience';
import { DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

@ObjectType('SignInCodeResult', {
  description: 'What became of a request for a code; the same whether or not anybody is known.',
  simpleResolvers: true,
})
@For('public')
export class SignInCodeResult {
  @For('public')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when the code holds that was sent; null when none was.',
  })
  expiresAt: Date | null;

  @For('public')
  @Field(() => [UserErrorView], { description: 'Why no code was sent; empty when one was.' })
  userErrors: UserErrorView[];
}

@ObjectType('SignInSession', { description: 'A signed-in device.', simpleResolvers: true })
@For('public')
export class SignInSessionView {
  @For('public')
  @Field(() => String, {
    description: 'For `Authorization: Bearer …` on every endpoint; never in an address.',
  })
  accessToken: string;

  @For('public')
  @Field(() => DateTimeScalar, { description: 'When the access token ends.' })
  accessTokenExpiresAt: Date;

  @For('public')
  @Field(() => String, {
    description: 'Gives new tokens once, by `refreshSession`; used twice it ends the session.',
  })
  refreshToken: string;

  @For('public')
  @Field(() => String, {
    nullable: true,
    description: 'To keep for the next sign-in on this device; null when the device has one.',
  })
  deviceToken: string | null;

  @For('public')
  @Field(() => Boolean, {
    description:
      'Whether nothing is reached yet but `enrolTotp` and `confirmTotp`: the account works for a labour office and has no second factor.',
  })
  mustEnrolSecondFactor: boolean;
}

export function toSessionView({ mustEnrol, ...grant }: SessionGrant): SignInSessionView {
  return Object.assign(new SignInSessionView(), { ...grant, mustEnrolSecondFactor: mustEnrol });
}

@ObjectType('SignInResult', { description: 'What became of a sign-in.', simpleResolvers: true })
@For('public')
export class SignInResult {
  @For('public')
  @Field(() => SignInSessionView, { nullable: true, description: 'Null when refused.' })
  session: SignInSessionView | null;

  @For('public')
  @Field(() => [UserErrorView], { description: 'Why there is no session; empty when there is.' })
  userErrors: UserErrorView[];
}
