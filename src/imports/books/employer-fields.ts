import { type ColumnMap, type FieldNames, findColumn } from '../column-map';
import { StructuralFault } from '../faults';
import { nameInFile } from './name-in-file';
import { peopleColumns } from './people-fields';

/** What a book of employers can say. */
export const employerFields = [
  'name',
  'businessIdNumber',
  'sector',
  'industry',
  'address',
  'regionCode',
  'village',
  'district',
  'regency',
  'contactName',
  'phone',
  'email',
] as const;
export type EmployerField = (typeof employerFields)[number];

/** Column names of such books, Indonesian and English. Source: our own list, 2026. */
export const employerColumns: FieldNames<EmployerField> = {
  fields: employerFields,
  required: ['name'],
  naming: nameInFile,
  refuse: refusePeople,
  names: {
    name: 'namaperusahaan perusahaan namapemberikerja pemberikerja namausaha companyname company employer employername nama name',
    businessIdNumber: 'nib nonib nomornib nomorindukberusaha businessidnumber businessid',
    sector: 'sektor jenisperusahaan statusperusahaan kepemilikan sector',
    industry: 'kbli kodekbli lapanganusaha bidangusaha bidang industry',
    address: 'alamat alamatlengkap alamatperusahaan address',
    regionCode: 'koderegion kodewilayah kodekelurahan kodekecamatan regioncode',
    village: 'kelurahan desa kelurahandesa desakelurahan village kel',
    district: 'kecamatan kec district',
    regency: 'kota kabupaten kotakabupaten kabupatenkota kabkota city regency',
    contactName:
      'kontak namakontak contactperson contact contactname penanggungjawab pimpinan namapimpinan cp',
    phone:
      'hp nohp nomorhp telepon notelepon nomortelepon notelp telp kontakhp nowa whatsapp phone phonenumber',
    email: 'email alamatemail surel',
  },
};

/** Of employers no book tells these; its owner's number may stand beside the NIB. */
const PERSONAL = ['identityNumber', 'birthDate', 'gender'] as const;

/** People must not become employers, whose names everybody reads. Errors: StructuralFault that names the column. */
function refusePeople(columns: readonly string[], map: ColumnMap<EmployerField>): void {
  if (map.has('businessIdNumber')) return;
  for (const field of PERSONAL) {
    const column = findColumn(columns, peopleColumns.names[field]);
    if (column === undefined) continue;
    const reason = 'is of a person, and no column holds a NIB: is it a book of people?';
    throw new StructuralFault(reason, 1, column);
  }
}
