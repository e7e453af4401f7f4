import { shareChannels } from '../../../src/services/share/channels';
import { toShareCard } from '../../../src/services/share/share-card';
import { type SharedVacancy, toShareFacts } from '../../../src/services/share/share-facts';
import { HOSTILE_TEXTS } from '../../portal/xss-corpus';

const NOW = new Date('2026-11-21T01:00:00Z');
const ORIGIN = 'https://kerja.example.go.id';
const LONGEST = {
  WHATSAPP: 700,
  TELEGRAM: 900,
  FACEBOOK: 1_200,
  INSTAGRAM: 1_200,
  X: 280,
  PRINT: 700,
};

const vacancy: SharedVacancy = {
  ...{ title: 'Tukang las', slug: 'tukang-las-abc123', verifyCode: '7K2M9QXD40' },
  ...{ description: 'Mengelas pagar.', state: 'PUBLISHED', closedReason: null, isDemo: false },
  validThrough: '2026-12-21T00:00:00Z',
  wage: { min: '3000000', max: '4500000', unit: 'MONTH' },
  employer: { name: 'CV Baja Palu', verification: 'VERIFIED' },
  regions: [{ name: 'Kota Palu' }],
};
const card = (channel: (typeof shareChannels)[number], values: Partial<SharedVacancy> = {}) =>
  toShareCard(channel, toShareFacts({ ...vacancy, ...values }, 'ID', NOW), ORIGIN);

describe('toShareCard', () => {
  it('says what, who, where and until when, and where to see how it stands today', () => {
    expect(card('WHATSAPP').text).toBe(
      [
        'Lowongan: Tukang las',
        'CV Baja Palu — Kota Palu',
        'Upah: Rp3.000.000–4.500.000 per bulan',
        'Dibuka sampai 21 Desember 2026.',
        '',
        'Keadaan hari ini dan cara melamar:',
        'https://kerja.example.go.id/l/7K2M9QXD40',
        'Kode cek: 7K2M9QXD40',
        'Melamar tidak dipungut biaya. Ada yang meminta uang? Laporkan di tautan ini.',
      ].join('\n'),
    );
  });

  it('says on paper what to do with the address', () => {
    expect(card('PRINT').text).toContain(
      'Keadaan hari ini dan cara melamar: ketik alamat ini atau pindai kode QR.',
    );
    expect(card('PRINT', { state: 'FILLED' }).text).toContain(
      'Keadaan hari ini: ketik alamat ini atau pindai kode QR.',
    );
  });

  it.each([
    ['3500000', null, 'Upah: mulai Rp3.500.000 per bulan'],
    [null, '4500000', 'Upah: sampai Rp4.500.000 per bulan'],
    ['3500000', '3500000', 'Upah: Rp3.500.000 per bulan'],
  ])('tells a wage from %s to %s as it is bounded', (min, max, line) => {
    expect(card('PRINT', { wage: { min, max, unit: 'MONTH' } }).text).toContain(line);
    expect(card('WHATSAPP', { wage: { min, max, unit: 'MONTH' } }).text).toContain(`\n${line}\n`);
  });

  it('opens each channel that takes a text with the text in it', () => {
    const { text, shareUrl } = card('WHATSAPP');
    expect(new URL(String(shareUrl)).searchParams.get('text')).toBe(text);
    expect(card('TELEGRAM').shareUrl).toMatch(/^https:\/\/t\.me\/share\/url\?url=https%3A/);
    expect(card('FACEBOOK').shareUrl).toContain('facebook.com/sharer/sharer.php?u=https%3A');
    expect(card('X').shareUrl).toMatch(/^https:\/\/x\.com\/intent\/post\?text=/);
    expect([card('INSTAGRAM').shareUrl, card('PRINT').shareUrl]).toEqual([null, null]);
  });

  it.each([
    ['closed', { state: 'CLOSED' as const }, 'DITUTUP'],
    ['over by the clock', { validThrough: '2026-11-20T00:00:00Z' }, 'DITUTUP'],
    ['a fraud', { state: 'CLOSED' as const, closedReason: 'FRAUD' as const }, 'DIHENTIKAN'],
    [
      'of a stopped employer',
      { employer: { name: 'CV Baja', verification: 'SUSPENDED' as const } },
      'DIHENTIKAN',
    ],
  ])('says first that it is %s, and no wage', (_, values, word) => {
    for (const channel of shareChannels) {
      const { text } = card(channel, values);
      expect(text.startsWith(word)).toBe(true);
      expect(text).not.toContain('Rp3.000.000');
      expect(text.replace('Jangan melamar.', '')).not.toMatch(/melamar/i);
    }
  });

  it('keeps within every channel, with the link and the code, however long and hostile the texts are', () => {
    for (const hostile of [
      ...HOSTILE_TEXTS,
      'kata '.repeat(900),
      'x'.repeat(5_000),
      '\ud800\u0000\u202e',
    ]) {
      const values = {
        ...{ title: hostile, description: hostile, isDemo: true },
        employer: { name: hostile, verification: 'VERIFIED' as const },
        regions: [{ name: hostile }],
      };
      for (const channel of shareChannels) {
        const { text, shortUrl } = card(channel, values);
        expect(text.length).toBeLessThanOrEqual(LONGEST[channel]);
        expect(text).toContain(shortUrl);
        expect(text).toContain('7K2M9QXD40');
        expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|\u202e|\p{Emoji_Presentation}/u);
      }
    }
  });
});
