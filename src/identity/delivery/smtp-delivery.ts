import { createTransport } from 'nodemailer';
import { codeText } from './code-text';
import { type CodeDelivery, DELIVERY_LIMIT_MS, DeliveryError } from './delivery';

export interface SmtpSettings {
  /** `smtp://user:password@host:587` or `smtps://…`. */
  readonly url: string;
  /** As it stands in the message: `Dinas Tenaga Kerja <no-reply@example.go.id>`. */
  readonly from: string;
}

/** Sends codes by e-mail; a server that is slow in any step is given up. */
export function smtpDelivery(
  { url, from }: SmtpSettings,
  limitMs = DELIVERY_LIMIT_MS,
): CodeDelivery {
  const transport = createTransport({
    url,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    reaches: (kind) => kind === 'EMAIL',
    send: async (message) => {
      const { subject, text } = codeText(message);
      const mail = { from, to: { name: '', address: message.to.text }, subject, text };
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await within(limitMs, transport.sendMail({ ...mail, headers }));
    },
  };
}

/** Errors: DeliveryError with the kind of fault alone: what a server says quotes the address. */
async function within(limitMs: number, sent: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeliveryError('timeout')), limitMs);
  });
  try {
    await Promise.race([sent, late]);
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    throw new DeliveryError(String((error as { code?: unknown }).code ?? 'refused'));
  } finally {
    clearTimeout(timer);
    sent.catch(() => undefined);
  }
}
