import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../clock';
import type { IssuedToken } from '../../../identity/access-tokens';
import type { PublicAddress } from '../../public-address';
import { type Html, html } from '../layout/html';
import { type Lang, pageLanguage } from '../layout/lang';
import { type Ask, askAs } from './api';
import { Form, formNames } from './form';
import { pageCookies, readCookie, writeCookie } from './session/cookie-jar';
import { formToken, isFormToken } from './session/form-token';
import { type CookieSeal, newSecret, restMs, type SealedSession } from './session/sealed-session';

/** What the seeker's pages stand on. */
export interface SeekerPagesDeps {
  readonly seal: CookieSeal;
  /** Whether everybody reaches the service over https. */
  readonly isSecure: boolean;
  /** Whether codes go to the log of this machine instead of to people: development alone. */
  readonly areCodesLogged: boolean;
  readonly addressOf: PublicAddress;
  readonly clock: Clock;
  /** An access token of a session that lives; null when it has ended. */
  readonly continueSession: (refreshToken: string) => Promise<IssuedToken | null>;
}

/** Somebody who opened a page or sent a form: who it is, what was sent, and how to ask the API as that person. */
export interface Visit {
  readonly lang: Lang;
  /** The address without its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: Form;
  /** What the cookie says; null = none, or not ours. */
  readonly session: SealedSession | null;
  /** Null = nobody is signed in. */
  readonly token: string | null;
  readonly deviceToken: string | null;
  /** Runs an operation as this person. */
  readonly ask: Ask;
  readonly areCodesLogged: boolean;
  /** When the page was opened or the form was sent. */
  readonly now: Date;
  /** The hidden fields of a form, with a cookie for them where there is none yet. */
  formFields(): Html;
  /** Whether the form was made for this browser and its session. */
  isOwnForm(): boolean;
  /** Changes what the cookie says. */
  keep(session: Pick<SealedSession, 'refreshToken' | 'label' | 'isOwnDevice'>): void;
  /** Notes which form asked for a code. */
  noteAsked(key: string): void;
  /** Remembers the device for the next sign-in. */
  keepDevice(deviceToken: string): void;
  /** Takes the session's cookie back; a device that is somebody's own stays known. */
  forget(): void;
  /** Takes both cookies back: nothing is left of who is gone. */
  forgetAll(): void;
}

const DEVICE_SECONDS = 400 * 24 * 3600;
/** A cookie is sealed anew after this part of its rest. */
const RENEWED_AFTER = 1 / 12;

/** Who makes a request, by its cookie. Cost: 1 query where the cookie names a session. */
export async function openVisit(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: SeekerPagesDeps,
): Promise<Visit> {
  const cookies = pageCookies(deps.isSecure);
  const now = deps.clock.now().getTime();
  const { path, query } = readAddress(request);
  const lang = pageLanguage(query.get('lang'));
  const jar = { reply, cookies, seal: deps.seal, now };
  const sealed = deps.seal.open(readCookie(request, cookies.session), now);
  const issued = sealed?.refreshToken ? await deps.continueSession(sealed.refreshToken) : null;
  const token = issued?.token ?? null;
  // A session that ended leaves nothing behind, not even the proof of its forms.
  const session = sealed?.refreshToken && token === null ? null : sealed;
  const form = new Form(request.body instanceof URLSearchParams ? request.body : undefined);
  const holder = new SessionHolder(jar, session);
  holder.renew();
  return {
    ...{ lang, path, query, form, token },
    session,
    deviceToken: deps.seal.openDevice(readCookie(request, cookies.device)),
    ask: askAs(app, request, { lang, token }),
    areCodesLogged: deps.areCodesLogged,
    now: new Date(now),
    formFields: () => {
      const secret = holder.secret();
      return html`<input type="hidden" name="${formNames.token}" value="${formToken(secret)}"><input type="hidden" name="${formNames.key}" value="${randomUUID()}">`;
    },
    isOwnForm: () => session !== null && isFormToken(session.secret, form.text(formNames.token)),
    keep: (kept) => holder.begin(kept),
    noteAsked: (key) => holder.note(key),
    keepDevice: (deviceToken) =>
      writeCookie(reply, cookies.device, deps.seal.sealDevice(deviceToken), DEVICE_SECONDS),
    forget: () => holder.end(),
    forgetAll: () => {
      holder.end();
      writeCookie(reply, cookies.device, '', 0);
    },
  };
}

interface Jar {
  readonly reply: FastifyReply;
  readonly cookies: ReturnType<typeof pageCookies>;
  readonly seal: CookieSeal;
  readonly now: number;
}

/** The session of one request, and the cookie that follows from it. */
class SessionHolder {
  constructor(
    private readonly jar: Jar,
    private current: SealedSession | null,
  ) {}

  /** Prolongs a cookie in use. */
  renew(): void {
    if (this.current === null) return;
    const rest = restOf(this.current);
    if (this.current.until - this.jar.now > rest * (1 - RENEWED_AFTER)) return;
    this.write({ ...this.current, until: this.jar.now + rest });
  }

  secret(): string {
    if (this.current === null) {
      this.begin({ refreshToken: null, label: null, isOwnDevice: false });
    }
    return this.current?.secret ?? '';
  }

  /** A session with a secret of its own: nothing that was known before the sign-in counts after it. */
  begin(kept: Pick<SealedSession, 'refreshToken' | 'label' | 'isOwnDevice'>): void {
    const until = this.jar.now + restOf(kept);
    this.write({ ...kept, secret: newSecret(), until, askedBy: null });
  }

  note(key: string): void {
    if (this.current !== null) this.write({ ...this.current, askedBy: key });
  }

  end(): void {
    this.current = null;
    this.drop();
    writeCookie(this.jar.reply, this.jar.cookies.session, '', 0);
  }

  private write(session: SealedSession): void {
    this.current = session;
    const { cookies, reply, seal } = this.jar;
    const maxAge = session.isOwnDevice ? restMs.own / 1_000 : null;
    this.drop();
    writeCookie(reply, cookies.session, seal.seal(session), maxAge);
  }

  /** One answer says one thing of the session. */
  private drop(): void {
    const { reply, cookies } = this.jar;
    const written = [reply.getHeader('set-cookie') ?? []].flat().map(String);
    reply.removeHeader('set-cookie');
    for (const cookie of written) {
      if (!cookie.startsWith(`${cookies.session.name}=`)) reply.header('set-cookie', cookie);
    }
  }
}

const restOf = ({ isOwnDevice }: Pick<SealedSession, 'isOwnDevice'>) =>
  isOwnDevice ? restMs.own : restMs.shared;

function readAddress({ url }: FastifyRequest): { path: string; query: URLSearchParams } {
  const [path = '', search] = url.split('?', 2);
  return { path, query: new URLSearchParams(search) };
}
