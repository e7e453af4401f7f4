import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { drawCard } from '../../../src/http/share/pictures/draw-card';
import { renderPng } from '../../../src/http/share/pictures/render-png';
import { pictures, sizeOf } from '../../../src/http/share/pictures/sizes';
import { widthOf, wrapText } from '../../../src/http/share/pictures/text-lines';
import type { ShareFacts } from '../../../src/services/share/share-facts';
import { printable } from '../../../src/text/printable';
import { HOSTILE_TEXTS } from '../../portal/xss-corpus';

const LINK = 'https://kerja.example.go.id/l/7K2M9QXD40';
const facts: ShareFacts = {
  ...{ title: 'Tukang las', employer: 'CV Baja Palu (contoh)', place: 'Kota Palu' },
  ...{ wage: 'Rp3.000.000 per bulan', openUntil: '21 Desember 2026', description: '' },
  ...{ standing: 'OPEN', isDemo: true, verifyCode: '7K2M9QXD40', slug: 'las', lang: 'ID' },
};

/** Whatever begins like an element, a comment or an instruction. */
const elementsOf = (svg: string) => [...svg.matchAll(/<([^/\s>]+)/g)].map(([, name]) => name);

describe('drawCard', () => {
  it.each(pictures)('becomes a PNG of the size of %s whose QR code is the short link', (name) => {
    const { width, height } = sizeOf(name);
    const png = PNG.sync.read(Buffer.from(renderPng(drawCard(facts, { width, height }, LINK))));
    expect([png.width, png.height]).toEqual([width, height]);
    const found = jsQR(new Uint8ClampedArray(png.data), width, height);
    expect(found?.data).toBe(LINK);
  });

  it('says across it what is not open, and marks examples', () => {
    const size = sizeOf('og');
    expect(drawCard(facts, size, LINK)).toContain('(contoh, bukan sungguhan)');
    expect(drawCard(facts, size, LINK)).not.toContain('DITUTUP');
    expect(drawCard({ ...facts, standing: 'CLOSED' }, size, LINK)).toContain('>DITUTUP<');
    expect(drawCard({ ...facts, standing: 'SUSPENDED', lang: 'EN' }, size, LINK)).toContain(
      '>STOPPED<',
    );
    expect(drawCard(facts, sizeOf('print'), LINK)).toContain('melamar');
    expect(drawCard({ ...facts, standing: 'CLOSED' }, sizeOf('print'), LINK)).not.toMatch(
      /melamar/i,
    );
  });

  it('holds no element, attribute or address of a stranger, and every parser takes it', () => {
    const texts = [
      ...HOSTILE_TEXTS,
      '\ud800 \udfff',
      '\u0000\u0008\ufffe',
      'كلمة 测试 😀',
      'W'.repeat(3_000),
    ];
    for (const text of texts) {
      for (const written of [text, printable(text)]) {
        const hostile = { ...facts, title: written, employer: written, place: written };
        const svg = drawCard(hostile, sizeOf('og'), LINK);
        const allowed = ['svg', 'rect', 'text', 'tspan', 'path', 'g'];
        expect(elementsOf(svg).filter((name) => !allowed.includes(name))).toEqual([]);
        const tags = [...svg.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
        expect(tags.filter((tag) => /\s(?:href|style|on\w+)=/.test(tag))).toEqual([]);
        expect(renderPng(svg).length).toBeGreaterThan(1_000);
      }
    }
  });
});

describe('wrapText', () => {
  const font = { size: 20 };

  it('never draws a line wider than its place', () => {
    for (const text of [...HOSTILE_TEXTS, 'W'.repeat(500), 'satu dua tiga '.repeat(40)]) {
      const lines = wrapText(printable(text), font, 300, 4);
      expect(lines.length).toBeLessThanOrEqual(4);
      for (const line of lines) expect(widthOf(line, font)).toBeLessThanOrEqual(300);
    }
  });

  it('ends early with an ellipsis', () => {
    expect(wrapText('satu dua tiga empat lima enam', font, 110, 2).at(-1)).toMatch(/…$/);
    expect(wrapText('satu', font, 110, 2)).toEqual(['satu']);
    expect(wrapText('', font, 110, 2)).toEqual([]);
  });
});
