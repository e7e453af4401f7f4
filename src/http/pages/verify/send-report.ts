import { AppError } from '../../../errors';
import type { AskPublic } from '../asking/ask-public';
import type { Lang } from '../layout/lang';
import type { TypedReport } from './report-form';
import { VERIFY_TEXTS } from './texts';

const REPORT = `mutation Report($key: String!, $code: String, $url: String, $text: String!) {
  reportFraud(clientMutationId: $key, verifyCode: $code, url: $url, text: $text) {
    receipt userErrors { path message }
  }
}`;

interface Reported {
  reportFraud: {
    receipt: string | null;
    userErrors: { path: string[]; message: string }[];
  };
}

/** The number of a report, or why it was not taken and with which status. */
export type Sent =
  | { readonly receipt: string }
  | { readonly status: number; readonly failure: string };

/** Sends what somebody typed. Errors: those of the endpoint, but for too many reports. */
export async function sendReport(
  ask: AskPublic,
  lang: Lang,
  code: string | null,
  { attempt, text, url }: TypedReport,
): Promise<Sent> {
  try {
    const variables = { key: `page ${attempt}`, code, url: url === '' ? null : url, text };
    const { reportFraud } = await ask<Reported>(REPORT, variables);
    const { receipt, userErrors } = reportFraud;
    if (receipt !== null) return { receipt };
    return { status: 400, failure: userErrors.map((error) => readable(error, lang)).join(' ') };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'RATE_LIMITED') throw error;
    return { status: 429, failure: VERIFY_TEXTS[lang].tooMany };
  }
}

/** The message with the name of the field as the form shows it. */
function readable({ path, message }: { path: string[]; message: string }, lang: Lang): string {
  const texts = VERIFY_TEXTS[lang];
  const names: Readonly<Record<string, string>> = {
    ...{ text: texts.text, url: texts.url, verifyCode: texts.codeLabel },
  };
  const [field = ''] = path;
  return message.replace(field, `“${names[field] ?? field}”`);
}
