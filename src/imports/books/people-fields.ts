import type { FieldNames } from '../column-map';
import { nameInFile } from './name-in-file';

/** What a book of people can say. */
export const peopleFields = [
  'fullName',
  'identityNumber',
  'birthDate',
  'gender',
  'address',
  'regionCode',
  'village',
  'district',
  'regency',
  'phone',
  'email',
  'education',
  'major',
  'job',
  'experience',
  'skills',
] as const;
export type PeopleField = (typeof peopleFields)[number];

/** Column names of such books, Indonesian and English. Source: our own list, 2026. */
export const peopleColumns: FieldNames<PeopleField> = {
  fields: peopleFields,
  required: ['fullName'],
  naming: nameInFile,
  names: {
    fullName: 'nama namalengkap namapencarikerja namapencaker fullname name',
    identityNumber:
      'nik noktp nomorktp nonik nomornik nomorindukkependudukan noidentitas identitynumber nationalid ktp',
    birthDate:
      'tanggallahir tgllahir birthdate dateofbirth dob tempattanggallahir tempattgllahir tempatdantanggallahir ttl',
    gender: 'jeniskelamin kelamin jk lp gender sex',
    address: 'alamat alamatlengkap alamatdomisili alamattinggal alamatrumah address',
    regionCode: 'koderegion kodewilayah kodekelurahan kodekecamatan regioncode',
    village: 'kelurahan desa kelurahandesa desakelurahan keldesa village kel',
    district: 'kecamatan kec district',
    regency: 'kota kabupaten kotakabupaten kabupatenkota kabkota kotakab city regency',
    phone:
      'hp nohp nomorhp handphone nohandphone nomorhandphone telepon notelepon nomortelepon notelp notlp telp nowa whatsapp nowhatsapp phone phonenumber mobile',
    email: 'email alamatemail surel',
    education: 'pendidikan pendidikanterakhir jenjangpendidikan tingkatpendidikan education',
    major: 'jurusan programstudi prodi major',
    job: 'jabatan pekerjaan pekerjaanterakhir jabatanterakhir occupation job',
    experience: 'pengalaman pengalamankerja riwayatpekerjaan experience workexperience',
    skills: 'keterampilan ketrampilan keahlian kompetensi skill skills',
  },
};
