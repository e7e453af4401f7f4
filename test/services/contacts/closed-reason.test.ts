import { closedReasonOf } from '../../../src/services/contacts/closed-reason';

const NOW = new Date('2026-11-21T01:00:00Z');
type Standing = Parameters<typeof closedReasonOf>[0];
const open: Standing = {
  ...{ state: 'PUBLISHED', validThrough: new Date('2026-12-21T00:00:00Z'), closedReason: null },
  employer: { verification: 'VERIFIED' },
};
const why = (values: Partial<Standing>) => closedReasonOf({ ...open, ...values }, NOW)?.id ?? null;

describe('closedReasonOf', () => {
  it('is nothing while people can apply', () => expect(why({})).toBeNull());

  it.each<[string, Partial<Standing>]>([
    ['karena penipuan', { state: 'CLOSED', closedReason: 'FRAUD' }],
    ['sudah terisi', { state: 'FILLED', closedReason: 'FILLED_ELSEWHERE' }],
    ['sudah ditutup', { state: 'CLOSED', closedReason: 'CANCELLED' }],
    ['sedang menjedanya', { state: 'PAUSED' }],
    ['sudah lama tidak dikonfirmasi', { state: 'STALE' }],
    ['batas waktunya sudah lewat', { validThrough: NOW }],
    ['tidak diumumkan', { state: 'DRAFT' }],
    ['dinas tenaga kerja menghentikannya', { state: 'SUSPENDED' }],
    ['dinas tenaga kerja menghentikannya', { employer: { verification: 'SUSPENDED' } }],
    ['belum diperiksa dinas tenaga kerja', { employer: { verification: 'PENDING' } }],
  ])('says "%s" of %j', (words, values) => expect(why(values)).toContain(words));
});
