import { extractText } from '../../src/resumes/extract-text';
import { ResumeError, resumeLimits } from '../../src/resumes/resume-text';
import { aDocx, aDocxBomb, aPdf, aPdfBomb, documentXml } from './files';

const TEXT = 'Satpam di Palu (2019)\nBisa las listrik & P3K';

const faultOf = async (
  file: Buffer,
  limits = resumeLimits as Parameters<typeof extractText>[1],
) => {
  const thrown = await extractText(file, limits).catch((error: unknown) => error);
  if (thrown instanceof ResumeError) return thrown.fault;
  throw thrown;
};

describe('extractText', () => {
  it('reads a PDF and a Word document, a line a line', async () => {
    expect(await extractText(aPdf(TEXT))).toEqual({ kind: 'PDF', text: TEXT });
    expect(await extractText(aDocx(documentXml(TEXT)))).toEqual({ kind: 'DOCX', text: TEXT });
  });

  it('takes drawings of a Word document once', async () => {
    const xml = documentXml('Nama').replace(
      '</w:body>',
      `<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Satpam</w:t><w:br/><w:t>Palu</w:t></w:r></w:p></mc:Choice>
       <mc:Fallback><w:p><w:r><w:t>Satpam</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:body>`,
    );
    expect((await extractText(aDocx(xml))).text).toBe('Nama\nSatpam\nPalu');
  });

  it('goes by the bytes and by no name: other files and archives are none', async () => {
    const zip = aDocx('').toString('latin1').replaceAll('word/document.xml', 'word/documents.xm');
    for (const file of [
      Buffer.alloc(0),
      Buffer.from('MZ'),
      Buffer.from('{\\rtf1 Satpam}'),
      Buffer.from(zip, 'latin1'),
    ]) {
      expect(await faultOf(file)).toBe('UNKNOWN_KIND');
    }
  });

  it('says what is wrong with a damaged file', async () => {
    const docx = aDocx(documentXml(TEXT.repeat(50)));
    expect(await faultOf(docx.subarray(0, docx.length / 2))).toBe('BROKEN');
    expect(await faultOf(Buffer.from('%PDF-1.4\nnothing'))).toBe('BROKEN');
    expect(await faultOf(aDocx('<w:document><w:p'))).toMatch(/BROKEN|NO_TEXT/);
  });

  it('reads no more than 50 pages, and nothing without text', async () => {
    expect((await extractText(aPdf(TEXT, { pages: 50 }))).text).toContain('Satpam');
    expect(await faultOf(aPdf(TEXT, { pages: 51 }))).toBe('TOO_MANY_PAGES');
    expect(await faultOf(aPdf(''))).toBe('NO_TEXT');
    expect(await faultOf(aDocx(documentXml(' ')))).toBe('NO_TEXT');
  });

  it('cuts what is longer than a curriculum vitae', async () => {
    const { text } = await extractText(aDocx(documentXml('kata '.repeat(10_000))));
    expect(text).toHaveLength(resumeLimits.characters);
  });

  it('takes bombs apart in nobody’s memory', async () => {
    expect(await faultOf(aDocxBomb(100))).toBe('TOO_DEMANDING');
    // An archive that lies about its size.
    expect(await faultOf(aDocxBomb(100, 1_000))).toMatch(/BROKEN|NO_TEXT/);
    expect(await faultOf(aPdfBomb(300))).toBe('TOO_DEMANDING');
  });

  it('gives up what takes too long', async () => {
    expect(await faultOf(aPdf(TEXT), { ...resumeLimits, timeMs: 1 })).toBe('TOO_DEMANDING');
  });
});
