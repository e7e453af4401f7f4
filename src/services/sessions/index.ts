import type { AreaDeps } from '../area-deps';
import { continueSession } from './continue-session';
import { confirmTotp, enrolTotp } from './enrol-totp';
import { recoverAccount } from './recover-account';
import { refreshSession } from './refresh-session';
import { requestSignInCode } from './request-code';
import { signIn } from './sign-in';
import { signOut } from './sign-out';

/** The use cases of sign-in by one-time codes. */
export const sessionServices = (deps: AreaDeps) => ({
  requestCode: requestSignInCode(deps),
  signIn: signIn(deps),
  refresh: refreshSession(deps),
  signOut: signOut(deps),
  continue: continueSession(deps),
  live: (id: string) => deps.sessionOfId.load(id),
  enrolTotp: enrolTotp(deps),
  recover: recoverAccount(deps),
  confirmTotp: confirmTotp(deps),
});
