import { RecoverAccountResolver } from './recover-account.resolver';
import { SignInResolver } from './sign-in.resolver';
import { TotpResolver } from './totp.resolver';

export const sessionResolvers = [RecoverAccountResolver, SignInResolver, TotpResolver] as const;
