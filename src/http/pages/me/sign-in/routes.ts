import { type Answer, redirect } from '../answer';
import { problemsOf, type Refusal, type Told } from '../api';
import { formNames } from '../form';
import { renderExpired } from '../refusal-pages';
import type { AddRoute } from '../routes';
import type { Visit } from '../visit';
import { type Carried, goalOf, readCarried } from './carried';
import { REQUEST_CODE, SIGN_IN, SIGN_OUT } from './operations';
import {
  type CodeAttempt,
  renderAddressPage,
  renderCodePage,
  renderEndedPage,
  renderOfficePage,
  renderSignOutPage,
} from './pages';
import { repeatable } from './repeatable';

interface Session {
  refreshToken: string;
  deviceToken: string | null;
  mustEnrolSecondFactor: boolean;
}
interface SignInPayload {
  session: Session | null;
  userErrors: { code: string; message: string; path: string[] }[];
}
type SignInAnswer = Told<{ signIn: SignInPayload }>;

/** The way in and out: address, code, session. */
export function addSignInRoutes({ show, take }: { show: AddRoute; take: AddRoute }): void {
  const attempts = repeatable<SignInAnswer>();
  show('/masuk', 'anybody', (visit) => {
    const carried = readCarried(visit);
    return visit.token === null ? renderAddressPage(visit, carried) : redirect(goalOf(carried));
  });
  // Changes nothing: brings along what was typed.
  take('/masuk', 'anybody', (visit) => {
    const carried = readCarried(visit);
    return visit.token === null ? renderAddressPage(visit, carried) : goOn(carried);
  });
  take('/masuk/kode', 'form', sendCode);
  take('/masuk/selesai', 'anybody', (visit) => {
    // The form sent twice: the first one opened the session.
    if (visit.token !== null) return goOn(readCarried(visit));
    return visit.isOwnForm() ? enter(visit, attempts) : renderExpired(visit);
  });
  show('/keluar', 'anybody', (visit) =>
    visit.token === null ? redirect('/saya/selesai') : renderSignOutPage(visit),
  );
  take('/keluar', 'anybody', async (visit) => {
    if (visit.token === null) return redirect('/saya/selesai');
    if (!visit.isOwnForm()) return renderExpired(visit);
    await visit.ask(SIGN_OUT, { refreshToken: visit.session?.refreshToken });
    visit.forget();
    return redirect('/saya/selesai');
  });
  show('/selesai', 'anybody', renderEndedPage);
}

async function sendCode(visit: Visit): Promise<Answer> {
  const carried = readCarried(visit);
  const address = visit.form.text('alamat');
  const key = visit.form.text(formNames.key);
  const attempt = { address, code: '', isOwnDevice: false, birthDate: null, totp: null };
  if (key !== '' && visit.session?.askedBy === key) return renderCodePage(visit, carried, attempt);
  const problems = problemsOf(await visit.ask(REQUEST_CODE, { address }));
  if (problems.length > 0) return renderAddressPage(visit, carried, { address, problems });
  visit.noteAsked(key);
  return renderCodePage(visit, carried, attempt);
}

async function enter(
  visit: Visit,
  attempts: ReturnType<typeof repeatable<SignInAnswer>>,
): Promise<Answer> {
  const carried = readCarried(visit);
  const attempt = readAttempt(visit);
  const { birthDate, totp, ...given } = attempt;
  const told = await attempts(`${visit.session?.secret} ${visit.form.mutationId('signIn')}`, () =>
    visit.ask(SIGN_IN, {
      ...{ address: given.address, code: given.code, deviceToken: visit.deviceToken },
      ...{ totp: totp || null, birthDate: birthDate || null },
    }),
  );
  const session = told.data?.signIn.session ?? null;
  if (session === null) {
    const problems = problemsOf(told);
    return renderCodePage(visit, carried, askedMore(attempt, problems), problems);
  }
  if (session.mustEnrolSecondFactor) {
    await visit.ask(SIGN_OUT, { refreshToken: session.refreshToken });
    return renderOfficePage(visit);
  }
  const { refreshToken, deviceToken } = session;
  const { isOwnDevice } = given;
  visit.keep({ refreshToken, label: maskAddress(given.address), isOwnDevice });
  if (isOwnDevice && deviceToken !== null) visit.keepDevice(deviceToken);
  return goOn(carried);
}

/** With words: on to registering, which gets them by the same form; else to where the person wanted to go. */
function goOn(carried: Carried): Answer {
  return carried.words === ''
    ? redirect(goalOf(carried))
    : { kind: 'redirect', to: '/saya/mulai', keepsForm: true };
}

function readAttempt({ form }: Visit): CodeAttempt {
  return {
    address: form.text('alamat'),
    code: form.text('kode'),
    isOwnDevice: form.has('hp'),
    birthDate: form.optional('lahir'),
    totp: form.optional('totp'),
  };
}

/** The same attempt with the fields that the account asks for beside the code. */
function askedMore(attempt: CodeAttempt, problems: readonly Refusal[]): CodeAttempt {
  const wants = (code: string) => problems.some((problem) => problem.code === code);
  return {
    ...attempt,
    birthDate: attempt.birthDate ?? (wants('SECOND_FACT_REQUIRED') ? '' : null),
    totp: attempt.totp ?? (wants('SECOND_FACTOR_REQUIRED') ? '' : null),
  };
}

const SHOWN_CHARACTERS = 4;

/** Enough of an address to see whose session it is. */
function maskAddress(address: string): string {
  const [name = '', domain] = address.split('@', 2);
  if (domain !== undefined) return `${name.slice(0, 2)}…@${domain}`;
  return `…${address.replace(/\D/g, '').slice(-SHOWN_CHARACTERS)}`;
}
