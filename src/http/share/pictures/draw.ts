import { type Font, wrapText } from './text-lines';
import { escapeXml } from './xml';

/** The colours of the pages by day. */
export const COLOURS = {
  paper: '#faf6ee',
  ink: '#16211f',
  soft: '#4c5a57',
  teal: '#0d3b38',
  sun: '#f2c14e',
  white: '#ffffff',
  stop: '#a3341a',
} as const;

const LINE_HEIGHT = 1.22;

/** A paragraph to draw. */
export interface Paragraph extends Font {
  readonly text: string;
  readonly x: number;
  /** Upper edge. */
  readonly y: number;
  readonly width: number;
  readonly mostLines: number;
  readonly colour: string;
}

/** A paragraph, and the lower edge of its last line. */
export function drawText(paragraph: Paragraph): { svg: string; bottom: number } {
  const { text, x, y, width, mostLines, size, isBold = false, colour } = paragraph;
  const lines = wrapText(text, paragraph, width, mostLines);
  const drawn = lines.map((line, at) => {
    const baseline = Math.round(y + size * (0.93 + at * LINE_HEIGHT));
    return `<tspan x="${x}" y="${baseline}">${escapeXml(line)}</tspan>`;
  });
  const weight = isBold ? ' font-weight="bold"' : '';
  const svg = `<text font-family="DejaVu Sans" font-size="${size}"${weight} fill="${colour}">${drawn.join('')}</text>`;
  return { svg, bottom: Math.round(y + size * LINE_HEIGHT * lines.length) };
}

/** The weave below the band of every page, drawn out. */
export function drawWeave(y: number, width: number, height: number): string {
  const side = height * 2;
  const count = Math.ceil(width / side);
  let diamonds = '';
  for (let at = 0; at < count; at++) {
    const x = at * side;
    const [half, middle] = [height / 2, y + height / 2];
    diamonds += `M${x} ${middle}l${half} -${half} ${half} ${half} -${half} ${half}z`;
    diamonds += `M${x + height} ${middle}l${half} -${half} ${half} ${half} -${half} ${half}z`;
  }
  return `<rect y="${y}" width="${width}" height="${height}" fill="${COLOURS.sun}"/><path d="${diamonds}" fill="${COLOURS.teal}"/>`;
}

/** A band across the picture that says that nothing is to be had any more. */
export function drawAcross(text: string, width: number, height: number): string {
  const size = Math.round(Math.min(width, height) * 0.15);
  const middle = `${width / 2} ${height / 2}`;
  const band = Math.round(size * 1.5);
  return `<g transform="rotate(-12 ${middle})"><rect x="${-width}" y="${height / 2 - band / 2}" width="${width * 3}" height="${band}" fill="${COLOURS.stop}" fill-opacity="0.92"/><text x="${width / 2}" y="${height / 2 + size * 0.36}" text-anchor="middle" font-family="DejaVu Sans" font-weight="bold" font-size="${size}" fill="${COLOURS.white}">${escapeXml(text)}</text></g>`;
}

/** A whole drawing. */
export const drawing = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="${COLOURS.paper}"/>${parts.join('')}</svg>`;
