import { problem, refusal } from '../definition';

/** Sign-in, sessions and recovery. */
export const signInErrors = {
  SIGN_IN_ELSEWHERE: refusal(200, {
    en: 'Codes are not offered here; sign in with your identity provider.',
    id: 'Kode tidak tersedia di sini; masuklah melalui penyedia identitas Anda.',
  }),
  TOO_MANY_CODES: refusal(429, {
    en: 'Too many codes or attempts; try again in {minutes} min.',
    id: 'Terlalu banyak kode atau percobaan; coba lagi dalam {minutes} menit.',
  }),
  SECOND_FACTOR_MISSING: refusal(200, {
    en: 'Whoever works for a labour office needs a second factor: enrol one first (enrolTotp, confirmTotp).',
    id: 'Siapa pun yang bekerja untuk dinas memerlukan faktor kedua: daftarkan dahulu (enrolTotp, confirmTotp).',
  }),
  ADDRESS_INVALID: problem({
    en: '{field} is neither an Indonesian mobile number nor an e-mail address.',
    id: '{field} bukan nomor ponsel Indonesia dan bukan alamat email.',
  }),
  CHANNEL_MISSING: problem({
    en: 'Codes cannot be sent to this kind of address here; use another one.',
    id: 'Kode tidak dapat dikirim ke jenis alamat ini; gunakan alamat lain.',
  }),
  DELIVERY_FAILED: problem({
    en: 'The code could not be sent; try again later.',
    id: 'Kode tidak dapat dikirim; coba lagi nanti.',
  }),
  SIGN_IN_REFUSED: problem({
    en: 'The code is wrong or no longer valid; ask for a new one.',
    id: 'Kode salah atau tidak berlaku lagi; mintalah kode baru.',
  }),
  SECOND_FACTOR_REQUIRED: problem({
    en: 'This account also needs the code of its authenticator app.',
    id: 'Akun ini juga memerlukan kode dari aplikasi autentikator.',
  }),
  SECOND_FACT_REQUIRED: problem({
    en: 'This device is new or the account was not used for long: give the date of birth that it knows too.',
    id: 'Perangkat ini baru atau akun lama tidak dipakai: isi juga tanggal lahir yang terdaftar.',
  }),
  FACTOR_EXISTS: problem({
    en: 'This account already has a second factor; only the operator takes it away.',
    id: 'Akun ini sudah memiliki faktor kedua; hanya pengelola yang dapat menghapusnya.',
  }),
  FACTOR_MISSING: problem({
    en: 'There is no second factor to confirm; enrol one first (enrolTotp).',
    id: 'Belum ada faktor kedua untuk dikonfirmasi; daftarkan dahulu (enrolTotp).',
  }),
  ADDRESS_TAKEN: problem({
    en: 'Somebody else signs in with this address.',
    id: 'Alamat ini dipakai orang lain untuk masuk.',
  }),
  ACCOUNT_SHARED: problem({
    en: 'This account also acts for an employer or an office; only the operator restores it.',
    id: 'Akun ini juga bertindak untuk pemberi kerja atau dinas; hanya pengelola yang memulihkannya.',
  }),
  RECOVERY_REQUIRED: problem({
    en: 'It cannot be made sure that the account is yours; the labour office restores it with your identity card.',
    id: 'Belum dapat dipastikan bahwa akun ini milik Anda; dinas tenaga kerja memulihkannya dengan KTP Anda.',
  }),
};
