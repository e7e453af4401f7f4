import type { GatewaySettings } from '../identity/delivery/gateway-delivery';
import type { SmtpSettings } from '../identity/delivery/smtp-delivery';
import { isForDevelopment, readSigningKey, type SigningKey } from '../identity/signing-key';
import type { EnvironmentReader } from './environment-reader';

/** The settings of sign-in by one-time codes. */
export interface SignInSettings {
  /** Names this service in its own tokens, as issuer and audience. */
  issuer: string;
  /** Null = made in the home folder, or in production no sign-in by codes. */
  signingKey: SigningKey | null;
  smtp: SmtpSettings | null;
  gateway: GatewaySettings | null;
}

/** What the environment says of sign-in, and what is wrong with it. */
export function readSignInSettings({ text, url }: Pick<EnvironmentReader, 'text' | 'url'>): {
  settings: SignInSettings;
  faults: string[];
} {
  const faults: string[] = [];
  const keyText = text('AUTH_SIGNING_KEY');
  const signingKey = keyText === null ? null : readSigningKey(keyText);
  if (keyText !== null && signingKey === null) {
    faults.push('AUTH_SIGNING_KEY must be a private Ed25519 key as JWK: see padan signing-key');
  }
  const smtpUrl = url('SMTP_URL', ['smtp:', 'smtps:']);
  const from = text('SMTP_FROM');
  if ((smtpUrl === null) !== (from === null)) faults.push('SMTP_URL and SMTP_FROM go together');
  const gatewayUrl = url('SMS_GATEWAY_URL', ['https:', 'http:']);
  return {
    settings: {
      issuer: text('AUTH_OWN_ISSUER') ?? 'padan',
      signingKey,
      smtp: smtpUrl === null || from === null ? null : { url: smtpUrl, from },
      gateway: gatewayUrl === null ? null : { url: gatewayUrl, token: text('SMS_GATEWAY_TOKEN') },
    },
    faults,
  };
}

interface Whole {
  identity: SignInSettings;
  auth: { issuer: string; jwksUrl: string | null };
}

/** Why sign-in cannot work so; `isProduction` asks for somebody who signs people in. */
export function signInFaults({ identity, auth }: Whole, isProduction: boolean): string[] {
  const { issuer, signingKey, smtp, gateway } = identity;
  const faults = issuer === auth.issuer ? ['AUTH_OWN_ISSUER and AUTH_ISSUER must differ'] : [];
  if (!isProduction) return faults;
  if (auth.jwksUrl === null && signingKey === null) {
    faults.push('AUTH_JWKS_URL or AUTH_SIGNING_KEY is required in production');
  }
  if (signingKey === null) return faults;
  if (isForDevelopment(signingKey)) faults.push('AUTH_SIGNING_KEY was made for development');
  if (smtp === null && gateway === null) {
    faults.push('AUTH_SIGNING_KEY needs SMTP_URL or SMS_GATEWAY_URL, which bring the codes');
  }
  if (gateway?.url.startsWith('http:')) {
    faults.push('SMS_GATEWAY_URL must start with https:// in production');
  }
  return faults;
}
