import { create, toBuffer, toString as toText } from 'qrcode';

/** Modules of white around the code, which readers need. Source: ISO/IEC 18004. */
const QUIET = 4;
const OPTIONS = { errorCorrectionLevel: 'M', margin: QUIET } as const;
const PNG_WIDTH = 720;

export const qrSvg = (text: string): Promise<string> => toText(text, { ...OPTIONS, type: 'svg' });
export const qrPng = (text: string): Promise<Buffer> =>
  toBuffer(text, { ...OPTIONS, width: PNG_WIDTH });

/** A QR code as one path inside a white square, for a drawing. */
export function qrInSvg(text: string, x: number, y: number, width: number): string {
  const { modules } = create(text, OPTIONS);
  const side = modules.size + 2 * QUIET;
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) === 1) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return `<svg x="${x}" y="${y}" width="${width}" height="${width}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#ffffff"/><path d="${path}" fill="#0d2423"/></svg>`;
}
