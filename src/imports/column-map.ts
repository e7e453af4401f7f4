import { StructuralFault } from './faults';

/** What the import can take from a file. */
export const importFields = [
  'externalId',
  'title',
  'description',
  'employerRef',
  'employerName',
  'locations',
  'employment',
  'postedAt',
  'closesAt',
  'salary',
  'salaryMin',
  'salaryMax',
  'salaryPeriod',
  'openings',
] as const;
export type ImportField = (typeof importFields)[number];

export type ColumnMap<Field extends string = ImportField> = ReadonlyMap<Field, string>;

/** What can be taken from one kind of file. */
export interface FieldNames<Field extends string> {
  readonly fields: readonly Field[];
  readonly required: readonly Field[];
  /** Column names in use, folded to letters and digits, with blanks between them. */
  readonly names: Readonly<Record<Field, string>>;
  /** How a command is told which column holds a field. */
  naming(field: Field): string;
  /** Errors: StructuralFault for a file that is about something else, by all its columns. */
  refuse?(columns: readonly string[], map: ColumnMap<Field>): void;
}

/** Column names that portals and offices use. Source: our own list, 2026. */
const vacancyFields: FieldNames<ImportField> = {
  fields: importFields,
  required: ['externalId', 'title'],
  naming: (field) => `--map ${field}=COLUMN`,
  names: {
    externalId: 'externalid id jobid idlowongan kode kodelowongan nolowongan nomor no',
    title: 'title jobtitle judul posisi jabatan lowongan namalowongan judullowongan position',
    description:
      'description jobdescription deskripsi deskripsipekerjaan uraian uraianpekerjaan keterangan kualifikasi',
    employerRef: 'employerref employerid companyid idperusahaan kodeperusahaan nib',
    employerName:
      'employer employername company companyname perusahaan namaperusahaan pemberikerja',
    locations: 'locations location lokasi lokasikerja penempatan kota kabupaten wilayah tempat',
    employment:
      'employment employmenttype jobtype tipe tipepekerjaan jenispekerjaan statuskerja jeniskontrak',
    postedAt:
      'postedat postedon dateposted publishedat tanggal tanggalposting tanggaltayang tglposting mulaitayang',
    closesAt: 'closesat closingdate deadline validthrough tanggaltutup batasakhir berlakusampai',
    salary: 'salary gaji upah wage',
    salaryMin: 'salarymin minsalary gajimin gajiminimum upahmin wagemin',
    salaryMax: 'salarymax maxsalary gajimax gajimaksimum upahmax wagemax',
    salaryPeriod: 'salaryperiod salaryunit periodegaji satuangaji wageunit',
    openings: 'openings vacancies jumlah kuota jumlahlowongan kebutuhan',
  },
};

/** Which column of an advertisement holds which field. Errors: those of `nameColumns`. */
export const mapColumns = (
  columns: readonly string[],
  chosen: ReadonlyMap<ImportField, string> = new Map(),
): ColumnMap => nameColumns(columns, chosen, vacancyFields);

/**
 * Which column holds which field: what the caller says, else by its usual names.
 *
 * Errors: StructuralFault when a named column is missing or nothing holds a field that is needed.
 */
export function nameColumns<Field extends string>(
  columns: readonly string[],
  chosen: ReadonlyMap<Field, string>,
  { fields, required, names, naming }: FieldNames<Field>,
): ColumnMap<Field> {
  const map = new Map<Field, string>();
  for (const [field, column] of chosen) {
    if (!columns.includes(column)) throw new StructuralFault('the column is missing', 1, column);
    map.set(field, column);
  }
  const taken = new Set(map.values());
  for (const field of fields) {
    if (map.has(field)) continue;
    const column = findColumn(columns, names[field], taken);
    if (column === undefined) continue;
    map.set(field, column);
    taken.add(column);
  }
  for (const field of required) {
    if (!map.has(field))
      throw new StructuralFault(`no column holds ${field}; name it with ${naming(field)}`, 1);
  }
  return map;
}

/** "title=judul,description=uraian" as a map. Errors: RangeError that names the faulty part. */
export function parseColumnMap(text: string): Map<ImportField, string> {
  const map = new Map<ImportField, string>();
  for (const part of text.split(',').filter((each) => each.trim() !== '')) {
    const [name = '', ...rest] = part.split('=');
    const field = importFields.find((each) => foldName(each) === foldName(name));
    const column = rest.join('=').trim();
    if (field === undefined || column === '') {
      throw new RangeError(
        `"${part.trim()}" is not FIELD=COLUMN; fields are ${importFields.join(', ')}`,
      );
    }
    map.set(field, column);
  }
  return map;
}

/** The first column with one of the names that is not taken. */
export function findColumn(
  columns: readonly string[],
  names: string,
  taken: ReadonlySet<string> = new Set(),
): string | undefined {
  for (const name of names.split(' ')) {
    const column = columns.find((each) => foldName(each) === name && !taken.has(each));
    if (column !== undefined) return column;
  }
  return undefined;
}

const foldName = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
