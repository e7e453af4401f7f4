import type { DataSource } from 'typeorm';
import { identityKeys } from '../../../src/identity/derived-keys';
import { type ImportSource, memorySource } from '../../../src/imports';
import { type BookOptions, importPeople, type PeopleField } from '../../../src/imports/books';
import { identityVault } from '../../../src/services/identity-numbers/vault';

export const AT = new Date('2026-11-21T01:00:00Z');
/** The keys of the worlds in which tests play. */
export const bookKeys = {
  vault: identityVault('k'.repeat(32)),
  address: identityKeys('a secret of tests').address,
};
export const BOOK_HEADER =
  'Nama,NIK,Tanggal Lahir,L/P,Kelurahan,Kecamatan,HP,Pendidikan,Keterampilan';

export const NIK = '7271015708950001';
export const SRI = `Sri Wahyuni,${NIK},17 Agustus 1995,P,Besusu Barat,Palu Timur,0812 3456 7890,SMK TKJ,"las listrik, kasir"`;
export const ANDI = 'Andi,7271010203900002,02/03/1990,L,,Palu Barat,81234567891,S1,';

/** A book with the usual columns. */
export const book = (...lines: string[]): ImportSource =>
  memorySource('buku.csv', Buffer.from([BOOK_HEADER, ...lines].join('\n')));

export const takeBook = (
  dataSource: DataSource,
  source: ImportSource,
  options: Partial<BookOptions<PeopleField>> = {},
) =>
  importPeople({ dataSource, clock: { now: () => AT }, keys: bookKeys }, source, {
    ...{ sourceName: 'buku 2026', officeCode: '72.71' },
    ...options,
  });
