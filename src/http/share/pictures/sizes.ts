/** A picture of a vacancy: for a channel, or the card of a pasted link. */
export const pictures = [
  'og',
  'whatsapp',
  'telegram',
  'facebook',
  'x',
  'instagram',
  'print',
] as const;
export type PictureName = (typeof pictures)[number];

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Source: what the channels document as the size that they do not cut; A4 at 150 dots an inch. */
const CARD: PictureSize = { width: 1200, height: 630 };
const SQUARE: PictureSize = { width: 1080, height: 1080 };
const SHEET: PictureSize = { width: 1240, height: 1754 };

export function sizeOf(name: PictureName): PictureSize {
  if (name === 'print') return SHEET;
  return name === 'instagram' ? SQUARE : CARD;
}
