import { readDocx } from './read-docx';
import { readPdf } from './read-pdf';
import { ResumeError, type ResumeFault, sniffResume, toPlain } from './resume-text';

/** What the process that reads answers. */
export type Extracted = { readonly text: string } | { readonly fault: ResumeFault };

async function extract(bytes: Buffer): Promise<Extracted> {
  try {
    const isPdf = sniffResume(bytes) === 'PDF';
    return { text: toPlain(isPdf ? await readPdf(new Uint8Array(bytes)) : readDocx(bytes)) };
  } catch (error) {
    return { fault: error instanceof ResumeError ? error.fault : 'BROKEN' };
  }
}

// One file, then the end: what it did to memory ends with it.
process.once('message', (bytes: Uint8Array) => {
  void extract(Buffer.from(bytes)).then((answer) => {
    process.send?.(answer, () => process.exit());
  });
});
