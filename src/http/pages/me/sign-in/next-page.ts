/** Pages to which a sign-in may lead on; anything else in that field is nothing. */
const PAGES =
  /^\/saya(\/(mulai|lamaran|profil(\/(kemampuan|kerja))?|persetujuan|data|hapus|lowongan\/[\w-]{1,120}))?$/;

/** The page to go on to; the first one for whatever is not a page of ours. */
export function nextPage(asked: string | null): string {
  return asked !== null && PAGES.test(asked) ? asked : '/saya';
}

/** Where to sign in to see a page. */
export function signInAddress(path: string): string {
  const next = nextPage(path);
  return next === '/saya' ? '/saya/masuk' : `/saya/masuk?lanjut=${encodeURIComponent(next)}`;
}
