import { deflateSync } from 'node:zlib';
import { type Zippable, zipSync } from 'fflate';

interface PdfOptions {
  pages?: number;
  /** Content of the first page instead of its text, compressed. */
  packed?: Buffer;
}

/** A PDF of one font with a line of text a line. */
export function aPdf(text: string, { pages = 1, packed }: PdfOptions = {}): Buffer {
  const lines = text.split('\n').map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj 0 -16 Td`);
  const drawn = Buffer.from(`BT /F1 12 Tf 72 720 Td ${lines.join(' ')} ET`, 'latin1');
  const content = packed ?? drawn;
  const filter = packed ? '/Filter /FlateDecode ' : '';
  const kids = Array.from({ length: pages }, (_, at) => `${at + 5} 0 R`).join(' ');
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>';
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`),
    Buffer.concat([
      Buffer.from(`<< ${filter}/Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    ...Array.from({ length: pages }, () => Buffer.from(page)),
  ];
  return writePdf(objects);
}

function writePdf(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.4\n')];
  let length = parts[0].length;
  const offsets = objects.map((object, at) => {
    const start = length;
    const whole = Buffer.concat([
      Buffer.from(`${at + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(whole);
    length += whole.length;
    return start;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(parts);
}

/** A PDF whose page unpacks to `megabytes` of nothing. */
export const aPdfBomb = (megabytes: number): Buffer =>
  aPdf('', { packed: deflateSync(Buffer.alloc(megabytes * 1024 ** 2, ' ')) });

const WORDS = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The document of a Word file, a paragraph a line. */
export const documentXml = (text: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORDS}"><w:body>${text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')}</w:body></w:document>`;

/** A Word file with this document. */
export const aDocx = (xml: string, others: Zippable = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': Buffer.from(xml),
      ...others,
    }),
  );

/** A Word file whose document unpacks to `megabytes` of nothing and, if `stated` is given, says another size. */
export function aDocxBomb(megabytes: number, stated?: number): Buffer {
  const file = aDocx(' '.repeat(megabytes * 1024 ** 2));
  if (stated === undefined) return file;
  for (let at = 0; at < file.length - 4; at += 1) {
    const signature = file.readUInt32LE(at);
    // Local header and entry of the directory: the unpacked size stands 22 and 24 bytes behind their beginnings.
    const offset = signature === 0x04034b50 ? 22 : signature === 0x02014b50 ? 24 : null;
    if (offset !== null && file.readUInt32LE(at + offset) > stated) {
      file.writeUInt32LE(stated, at + offset);
    }
  }
  return file;
}
