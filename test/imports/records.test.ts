import { memorySource, StructuralFault } from '../../src/imports';
import { readRecords } from '../../src/imports/records';
import { workbook, zip } from './files';

const read = async (name: string, content: string | Buffer) => {
  const rows: [number, Record<string, string>][] = [];
  for await (const { row, cells } of readRecords(memorySource(name, Buffer.from(content)))) {
    rows.push([row, Object.fromEntries(cells)]);
  }
  return rows;
};
const refusal = (name: string, content: string | Buffer) =>
  read(name, content).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof StructuralFault)) throw error;
      return [error.row, error.reason];
    },
  );

describe('readRecords', () => {
  it('reads RFC 4180 with quotes, line breaks in cells and a byte order mark', async () => {
    expect(await read('a.csv', '\ufeffid,title\r\n1,"Las, ""SMAW""\nmalam"\r\n')).toEqual([
      [2, { id: '1', title: 'Las, "SMAW"\nmalam' }],
    ]);
  });

  it('reads semicolons and tabs where the header has no comma', async () => {
    expect(await read('a.csv', 'id;title\n1;Kasir, teller')).toEqual([
      [2, { id: '1', title: 'Kasir, teller' }],
    ]);
    expect(await read('a.tsv', 'id\ttitle\n1\tKasir')).toEqual([[2, { id: '1', title: 'Kasir' }]]);
  });

  it('reads JSON Lines with numbers, lists and blanks', async () => {
    const lines = '{"id":1,"locations":["Palu","Sigi"],"gaji":null}\n\n{"id":2}';
    expect(await read('a.jsonl', lines)).toEqual([
      [1, { id: '1', locations: 'Palu,Sigi', gaji: '' }],
      [3, { id: '2' }],
    ]);
  });

  it('reads the first sheet of a workbook', async () => {
    expect(
      await read(
        'a.xlsx',
        workbook([
          ['id', 'title'],
          ['1', 'Kasir'],
        ]),
      ),
    ).toEqual([[2, { id: '1', title: 'Kasir' }]]);
  });

  it.each([
    ['an unclosed quote', 'a.csv', 'id,title\n1,"Kasir\n2,Las\n', 2, /never closed/],
    ['a ragged row', 'a.csv', 'id,title\n1,Kasir\n2,Las,Palu\n', 3, /more or fewer cells/],
    ['a repeated column', 'a.csv', 'id,id\n1,2', 1, /twice/],
    ['a column without a name', 'a.csv', 'id,\n1,2', 1, /no name/],
    ['an empty file', 'a.csv', '', null, /empty/],
    ['another extension', 'a.pdf', 'x', null, /must end in/],
    ['a renamed archive', 'a.csv', zip({ 'a.csv': 'id' }), null, /archive/],
    ['a text called workbook', 'a.xlsx', 'id,title', null, /no XLSX/],
    ['an archive called workbook', 'a.xlsx', zip({ 'a.csv': 'id' }), null, /cannot be read/],
    ['UTF-16', 'a.csv', Buffer.from('id,title', 'utf16le'), 1, /UTF-8/],
    ['Latin-1', 'a.csv', Buffer.from('id,title\n1,Las\n2,Caf\u00e9\n', 'latin1'), 3, /not UTF-8/],
    ['a line that is no JSON', 'a.jsonl', '{"id":1}\n{id:2}', 2, /not JSON/],
    ['a line that is no object', 'a.jsonl', '[1]', 1, /JSON object/],
  ])('refuses %s', async (_, name, content, row, reason) => {
    expect(await refusal(name, content)).toEqual([row, expect.stringMatching(reason)]);
  });

  it('takes keys of JavaScript objects as any other', async () => {
    const [[, cells]] = (await read('a.jsonl', '{"__proto__":"x","id":1}')) as [[number, object]];
    expect(Object.getPrototypeOf(cells)).toBe(Object.prototype);
  });
});
