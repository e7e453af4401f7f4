import { codeText } from './code-text';
import { type CodeDelivery, DELIVERY_LIMIT_MS, DeliveryError } from './delivery';

export interface GatewaySettings {
  /** Takes `{ "to": "+62…", "text": "…" }` as JSON and sends it by SMS or WhatsApp. */
  readonly url: string;
  readonly token: string | null;
}

/** Sends codes to telephones through the HTTP gateway of a provider; any status from 200 to 299 means accepted. */
export const gatewayDelivery = (
  { url, token }: GatewaySettings,
  limitMs = DELIVERY_LIMIT_MS,
): CodeDelivery => ({
  reaches: (kind) => kind === 'PHONE',
  send: async (message) => {
    const status = await post(url, token, limitMs, {
      to: message.to.text,
      text: codeText(message).text,
    });
    if (status < 200 || status > 299) throw new DeliveryError(`status ${status}`);
  },
});

async function post(
  url: string,
  token: string | null,
  limitMs: number,
  body: { to: string; text: string },
): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A redirect would carry address and code to somebody else.
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    await response.body?.cancel();
    return response.status;
  } catch (error) {
    throw new DeliveryError((error as Error).name === 'TimeoutError' ? 'timeout' : 'no connection');
  }
}
