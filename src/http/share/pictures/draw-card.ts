import type { ShareFacts } from '../../../services/share/share-facts';
import { COLOURS, drawAcross, drawing, drawText, drawWeave, type Paragraph } from './draw';
import { PICTURE_TEXTS } from './picture-texts';
import { qrInSvg } from './qr-code';
import type { PictureSize } from './sizes';
import { type Font, widthOf } from './text-lines';

/** Where the parts of a picture stand. */
interface Plan {
  readonly margin: number;
  readonly title: number;
  readonly titleLines: number;
  readonly text: number;
  readonly qr: number;
  /** Height of the part below the weave. */
  readonly foot: number;
  /** A sheet to hang up also says what to do. */
  readonly isSheet: boolean;
}

const WEAVE = 16;

function planOf({ width, height }: PictureSize): Plan {
  if (height > width) {
    return { margin: 80, title: 88, titleLines: 6, text: 40, qr: 560, foot: 800, isSheet: true };
  }
  if (height === width) {
    return { margin: 70, title: 72, titleLines: 4, text: 36, qr: 270, foot: 330, isSheet: false };
  }
  return { margin: 60, title: 60, titleLines: 3, text: 30, qr: 180, foot: 220, isSheet: false };
}

/**
 * The picture of a vacancy as SVG, in the size of a channel: what, who, where, and below the code, the short link and its QR code.
 * Of what is not open the state stands across it. It never says that an employer is verified: pictures are reposted.
 */
export function drawCard(facts: ShareFacts, size: PictureSize, link: string): string {
  const plan = planOf(size);
  const footTop = size.height - plan.foot;
  const across = PICTURE_TEXTS[facts.lang].across[facts.standing];
  return drawing(size.width, size.height, [
    `<rect width="${size.width}" height="${footTop}" fill="${COLOURS.teal}"/>`,
    drawHead(facts, size, plan),
    drawWeave(footTop, size.width, WEAVE),
    drawFoot(facts, size, plan, link),
    across === null ? '' : drawAcross(across, size.width, footTop),
  ]);
}

/** Long texts are drawn smaller, until nothing runs into the foot. */
const SCALES = [1, 0.85, 0.72, 0.6];

function drawHead(facts: ShareFacts, size: PictureSize, plan: Plan): string {
  const room = size.height - plan.foot - plan.text / 2;
  const drawn = SCALES.map((scale) => () => drawHeadAt(facts, size, plan, scale));
  for (const draw of drawn) {
    const { svg, bottom } = draw();
    if (bottom <= room) return svg;
  }
  return drawHeadAt(facts, size, { ...plan, titleLines: 2 }, SCALES.at(-1) ?? 1).svg;
}

function drawHeadAt(
  facts: ShareFacts,
  { width }: PictureSize,
  { margin, text, title, titleLines }: Plan,
  scale: number,
): { svg: string; bottom: number } {
  const texts = PICTURE_TEXTS[facts.lang];
  const place = { x: margin, width: width - 2 * margin };
  const size = Math.round(text * Math.max(scale, 0.85));
  const wage = facts.standing === 'OPEN' ? facts.wage : null;
  const paragraphs: Omit<Paragraph, 'x' | 'y' | 'width'>[] = [
    {
      text: facts.isDemo ? `${texts.kicker} ${texts.demo}` : texts.kicker,
      ...{ size: Math.round(text * 0.8), mostLines: 2, colour: COLOURS.sun, isBold: true },
    },
    {
      ...{ text: facts.title, size: Math.round(title * scale), mostLines: titleLines },
      ...{ colour: COLOURS.white, isBold: true },
    },
    {
      text: [facts.employer, facts.place].filter(Boolean).join(' — '),
      ...{ size, mostLines: 2, colour: '#d5e5e1' },
    },
    { text: wage ?? '', size, mostLines: 1, colour: COLOURS.sun, isBold: true },
  ];
  let y = Math.round(margin * 0.75);
  let svg = '';
  for (const paragraph of paragraphs.filter((part) => part.text !== '')) {
    const drawn = drawText({ ...paragraph, ...place, y });
    svg += drawn.svg;
    y = drawn.bottom + Math.round(text * 0.4);
  }
  return { svg, bottom: y };
}

function drawFoot(
  facts: ShareFacts,
  { width, height }: PictureSize,
  plan: Plan,
  link: string,
): string {
  const { margin, qr, text, isSheet } = plan;
  const texts = PICTURE_TEXTS[facts.lang];
  const top = height - plan.foot + WEAVE;
  const room = plan.foot - WEAVE;
  const qrTop = top + Math.round((room - qr) / 2);
  const place = { x: margin, width: width - 2.5 * margin - qr, colour: COLOURS.ink };
  const small = Math.round(text * 0.72);
  const linkFont = { size: Math.round(text * 0.9), isBold: true };
  const isOpen = facts.standing === 'OPEN';
  const until = isOpen ? `${texts.until} ${facts.openUntil}` : (texts.over[facts.standing] ?? '');
  const advice = isOpen ? [texts.scan, texts.free, texts.report] : [texts.scanLater, texts.report];
  const paragraphs = [
    { text: until, size: Math.round(text * 0.85), mostLines: 2, isBold: true },
    { text: texts.today, size: small, mostLines: 2, colour: COLOURS.soft },
    { text: breakLink(link, linkFont, place.width), ...linkFont, mostLines: 3 },
    { text: `${texts.code}: ${facts.verifyCode}`, size: Math.round(text * 0.85), mostLines: 1 },
    ...(isSheet
      ? advice.map((line) => ({
          ...{ text: line, size: small, mostLines: 4, colour: COLOURS.soft },
        }))
      : []),
  ];
  let y = isSheet ? qrTop : top + Math.round(text * 0.6);
  let svg = qrInSvg(link, width - margin - qr, qrTop, qr);
  for (const paragraph of paragraphs) {
    const drawn = drawText({ ...place, ...paragraph, y });
    svg += drawn.svg;
    y = drawn.bottom + Math.round(text * (isSheet ? 0.5 : 0.2));
  }
  return svg;
}

/** Without its scheme, and in two where it is longer than a line. */
function breakLink(link: string, font: Font, width: number): string {
  const typed = link.replace(/^https?:\/\//, '');
  return widthOf(typed, font) <= width ? typed : typed.replace('/l/', ' /l/');
}
