import type { Lang } from '../../layout/lang';

const ID = {
  title: 'Masuk',
  lead: 'Tanpa kata sandi: kami kirim kode enam angka ke nomor HP atau email Anda.',
  address: 'Nomor HP atau email',
  addressHint: 'Contoh: 0812 3456 7890. Akun dibuat saat pertama kali masuk.',
  send: 'Kirim kode',
  carried: 'Yang Anda tulis ikut dibawa dan belum disimpan.',
  codeTitle: 'Isi kode',
  codeLead: 'Kode enam angka berlaku sepuluh menit.',
  sentTo: 'Dikirim ke',
  code: 'Kode enam angka',
  birthDate: 'Tanggal lahir',
  birthDateHint: 'Perangkat ini baru bagi akun Anda; tanggal lahir memastikan bahwa ini Anda.',
  totp: 'Kode aplikasi autentikator',
  own: 'Ini HP saya sendiri: tetap masuk selama 30 hari',
  ownHint: 'Jangan centang di komputer atau HP yang dipakai bersama.',
  enter: 'Masuk',
  again: 'Kirim kode baru',
  other: 'Pakai nomor atau email lain',
  development: 'Mode pengembangan: tidak ada SMS. Kode tertulis di log server (“Sign-in code”).',
  cookie:
    'Satu cookie menyimpan sesi Anda, hanya untuk halaman ini. Bila Anda menandai HP milik sendiri, cookie kedua mengenali HP itu saat masuk lagi, paling lama 400 hari.',
  office: {
    title: 'Akun ini bekerja untuk dinas',
    lead: 'Akun dinas memerlukan faktor kedua dan tidak masuk di sini. Anda sudah dikeluarkan lagi.',
  },
  signOutTitle: 'Keluar?',
  signOutLead: 'Sesi ini berakhir di mana pun dalam lima detik.',
  signOut: 'Keluar',
  stay: 'Batal',
  ended: {
    keluar: {
      title: 'Anda sudah keluar',
      lead: 'Sesi Anda tidak tersisa di peramban ini. HP yang Anda tandai milik sendiri tetap dikenali saat masuk lagi.',
    },
    hapus: {
      title: 'Akun Anda sudah dihapus',
      lead: 'Data Anda ikut dihapus untuk selamanya. Hasil pencarian bersih dalam 60 detik.',
    },
  } as Record<string, { title: string; lead: string }>,
  start: 'Cari lowongan',
};

export type SignInTexts = typeof ID;

const EN: SignInTexts = {
  title: 'Sign in',
  lead: 'No password: we send a code of six digits to your mobile number or e-mail address.',
  address: 'Mobile number or e-mail',
  addressHint: 'Such as 0812 3456 7890. The first sign-in makes the account.',
  send: 'Send the code',
  carried: 'What you wrote comes along and is not stored yet.',
  codeTitle: 'Enter the code',
  codeLead: 'The code of six digits holds for ten minutes.',
  sentTo: 'Sent to',
  code: 'Code of six digits',
  birthDate: 'Date of birth',
  birthDateHint: 'This device is new to your account; the date of birth makes sure that it is you.',
  totp: 'Code of the authenticator app',
  own: 'This is my own phone: stay signed in for 30 days',
  ownHint: 'Do not tick it on a computer or phone that others use.',
  enter: 'Sign in',
  again: 'Send a new code',
  other: 'Use another number or address',
  development:
    'Development installation: there is no SMS. The code stands in the server’s log (“Sign-in code”).',
  cookie:
    'One cookie keeps your session, for these pages alone. If you say that the phone is your own, a second one knows it at the next sign-in, for 400 days at most.',
  office: {
    title: 'This account works for an office',
    lead: 'Accounts of an office need a second factor and do not sign in here. You were signed out again.',
  },
  signOutTitle: 'Sign out?',
  signOutLead: 'This session ends everywhere within five seconds.',
  signOut: 'Sign out',
  stay: 'Stay',
  ended: {
    keluar: {
      title: 'You are signed out',
      lead: 'Nothing of your session is left in this browser. A phone that you called your own is still known at the next sign-in.',
    },
    hapus: {
      title: 'You are erased',
      lead: 'Your account and data are gone for good. The search index follows within 60 seconds.',
    },
  },
  start: 'Look for work',
};

export const SIGN_IN_TEXTS: Record<Lang, SignInTexts> = { id: ID, en: EN };
