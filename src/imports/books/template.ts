import { strToU8, zipSync } from 'fflate';

/** Column names of an empty book of either kind, as offices write them. */
export const templates = {
  people: [
    'Nama',
    'NIK',
    'Tanggal Lahir',
    'Jenis Kelamin',
    'Alamat',
    'Kelurahan',
    'Kecamatan',
    'Kota',
    'HP',
    'Email',
    'Pendidikan',
    'Jurusan',
    'Jabatan',
    'Pengalaman',
    'Keterampilan',
  ],
  employers: [
    'Nama Perusahaan',
    'NIB',
    'Sektor',
    'KBLI',
    'Alamat',
    'Kelurahan',
    'Kecamatan',
    'Kota',
    'Kontak',
    'Telepon',
    'Email',
  ],
} as const;

/**
 * An empty book with these columns, as a workbook or as CSV. All cells of the workbook are text: as numbers it would
 * round identity numbers and drop the zero before telephone numbers.
 *
 * Errors: RangeError for a name that ends in neither.
 */
export function bookTemplate(columns: readonly string[], name: string): Uint8Array {
  if (/\.csv$/i.test(name)) return strToU8(`\ufeff${columns.join(',')}\n`);
  if (/\.xlsx$/i.test(name)) return workbook(columns);
  throw new RangeError('The name of a template ends in .xlsx or .csv');
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The built-in format of text. Source: ECMA-376 part 1, 18.8.30. */
const TEXT_FORMAT = 49;

function workbook(columns: readonly string[]): Uint8Array {
  const cells = columns
    .map(
      (text, at) =>
        `<c r="${String.fromCharCode(65 + at)}1" s="1" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('');
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="${TEXT_FORMAT}" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><cols><col min="1" max="${columns.length}" width="20" style="1" customWidth="1"/></cols><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}
