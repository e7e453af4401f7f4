import type { Lang } from '../../errors';

/** The better of Indonesian and English by an Accept-Language header; Indonesian when neither is named. */
export function languageOf(header: string | undefined): Lang {
  const wishes = (header ?? '').split(',', 20).map(readWish);
  const quality = (tag: string): number =>
    Math.max(0, ...wishes.filter((wish) => wish.tag === tag).map((wish) => wish.quality));
  return quality('en') > quality('id') ? 'EN' : 'ID';
}

function readWish(text: string): { tag: string; quality: number } {
  const [range = '', parameter = ''] = text.split(';');
  const quality = /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1];
  return {
    tag: range.trim().toLowerCase().slice(0, 2),
    quality: quality === undefined ? 1 : Number(quality),
  };
}
