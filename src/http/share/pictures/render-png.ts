import { createRequire } from 'node:module';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const folder = path.join(
  path.dirname(createRequire(__filename).resolve('dejavu-fonts-ttf/package.json')),
  'ttf',
);
const OPTIONS = {
  font: {
    // The same picture on every machine.
    loadSystemFonts: false,
    fontFiles: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) => path.join(folder, name)),
    defaultFontFamily: 'DejaVu Sans',
  },
};

/** A drawing as PNG. Cost: 30 to 200 ms of one core. Errors: those of a drawing that is no SVG. */
export const renderPng = (svg: string): Uint8Array => new Resvg(svg, OPTIONS).render().asPng();
