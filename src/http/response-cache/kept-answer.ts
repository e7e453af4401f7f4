import { createHash } from 'node:crypto';
import type { Shown } from '../../services/portals/shown';

/** An answer as it goes out, the same bytes to everybody. */
export interface KeptAnswer {
  readonly body: Buffer;
  /** The body compressed, made when somebody first takes it so. */
  readonly packed: Map<'br' | 'gzip', Buffer>;
  /** Of the body, without quotes. */
  readonly tag: string;
  /** Which vacancies it shows, for the counts of portals. */
  readonly shown: Shown;
  /** Whether it says that there is nothing: then it goes out at even times. */
  readonly tellsOfNothing: boolean;
  readonly madeAtMs: number;
}

/** An answer ready to be kept. */
export function toKept(
  text: string,
  parts: Pick<KeptAnswer, 'shown' | 'tellsOfNothing' | 'madeAtMs'>,
): KeptAnswer {
  const body = Buffer.from(text);
  const tag = createHash('sha256').update(body).digest('base64url');
  return { ...parts, body, tag, packed: new Map() };
}
