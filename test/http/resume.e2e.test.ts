import { aDocx, aPdf, documentXml } from '../resumes/files';
import { startTestApp, type TestApp } from '../support/test-app';
import { startSampleServer } from './sample-server';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startTestApp();
  token = await app.token('demo-candidate-1');
}, 60_000);
afterAll(() => app.stop());

const TEXT = 'Lulusan SMK\nPernah bekerja sebagai satpam\nBisa las listrik';

interface Answer {
  kind: string;
  suggestions: {
    type: string;
    matchedText: string;
    concept: { id: string; label: { ID: string } };
  }[];
  errors: { message: string; extensions: { code: string; limit?: number } }[];
}
const send = async (
  file: Buffer | string,
  headers: Record<string, string> = { authorization: `Bearer ${token}` },
  address = app.address,
) => {
  const response = await fetch(`${address}/candidate/resume`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'accept-language': 'en', ...headers },
    body: new Uint8Array(Buffer.from(file)),
  });
  return { status: response.status, body: (await response.json()) as Answer };
};
const codeOf = ({ body }: { body: Answer }) => body.errors[0].extensions.code;

describe('POST /candidate/resume', () => {
  it('answers a file with suggestions to confirm', async () => {
    const { status, body } = await send(aPdf(TEXT));
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'PDF', isReadWhole: true, education: 'SMK' });
    const words = body.suggestions.map(({ matchedText }) => matchedText);
    expect(words).toEqual(expect.arrayContaining(['satpam', 'las listrik']));
    for (const { concept } of body.suggestions) expect(concept.label.ID).not.toBe('');
  });

  it('goes by the bytes: a PDF that is called a Word document is read as what it is', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const headers = { authorization: `Bearer ${token}`, 'content-type': type };
    expect((await send(aPdf(TEXT), headers)).body.kind).toBe('PDF');
    expect((await send(aDocx(documentXml(TEXT)), headers)).body.kind).toBe('DOCX');
  });

  it('refuses whom it does not know before it takes the file', async () => {
    const unknown: Record<string, string>[] = [{}, { authorization: 'Bearer x' }];
    for (const headers of unknown) {
      const refused = await send(Buffer.alloc(1_000), headers);
      expect([refused.status, codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('says what is wrong with a file and never what is in it', async () => {
    const docx = aDocx(documentXml(TEXT.repeat(50)));
    const cut = await send(docx.subarray(0, docx.length / 2));
    expect([cut.status, codeOf(cut)]).toEqual([422, 'FILE_NOT_READABLE']);
    expect(cut.body.errors[0].message).toBe('The file cannot be read: it is damaged.');
    const other = await send('Satpam di Palu');
    expect([other.status, codeOf(other)]).toEqual([415, 'FILE_TYPE_NOT_ACCEPTED']);
    const empty = await send('');
    expect([empty.status, codeOf(empty)]).toEqual([415, 'FILE_TYPE_NOT_ACCEPTED']);
  });

  it('takes at most 5 MB', async () => {
    const large = await send(Buffer.alloc(5 * 1024 ** 2 + 1, '%PDF-'));
    expect([large.status, codeOf(large)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(large.body.errors[0].extensions.limit).toBe(5 * 1024 ** 2);
  });

  it('is paid from the budget of the account', async () => {
    const sample = await startSampleServer();
    const headers = { authorization: `Bearer ${await sample.token()}` };
    const answers = await Promise.all(
      Array.from({ length: 14 }, () => send('x', headers, sample.url)),
    );
    await sample.stop();
    const codes = new Set(answers.map(codeOf));
    expect([...codes].sort()).toEqual(['FILE_TYPE_NOT_ACCEPTED', 'RATE_LIMITED']);
  });
});
