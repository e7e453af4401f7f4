import type { FieldNames } from '../column-map';

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
