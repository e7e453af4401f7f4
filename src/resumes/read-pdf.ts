import { getDocumentProxy } from 'unpdf';
import { ResumeError, resumeLimits } from './resume-text';

/**
 * The text of a PDF, in the order in which it was written.
 *
 * Errors: ResumeError BROKEN, PROTECTED, TOO_MANY_PAGES.
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes);
  if (document.numPages > resumeLimits.pages) throw new ResumeError('TOO_MANY_PAGES');
  let text = '';
  for (let at = 1; at <= document.numPages; at += 1) {
    if (text.length > resumeLimits.characters) break;
    text += `${await readPage(document, at)}\n`;
  }
  return text;
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    // `verbosity` 0: it would write about the file to the log.
    return await getDocumentProxy(bytes, { verbosity: 0, useSystemFonts: false });
  } catch (error) {
    const isProtected = (error as Error).name === 'PasswordException';
    throw new ResumeError(isProtected ? 'PROTECTED' : 'BROKEN');
  }
}

async function readPage(document: Document, at: number): Promise<string> {
  try {
    const { items } = await (await document.getPage(at)).getTextContent();
    return items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
      .join('');
  } catch {
    throw new ResumeError('BROKEN');
  }
}
