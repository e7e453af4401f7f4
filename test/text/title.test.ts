import { Dictionary } from '../../src/text/dictionary';
import { readTitle } from '../../src/text/title';
import { catalogue } from './catalogue';

const dictionary = new Dictionary(catalogue);
const best = (title: string) => readTitle(title, dictionary).occupations[0];

describe('readTitle', () => {
  it.each([
    ['URGENT! Senior Accounting Staff (Jakarta)', 'akuntan'],
    ['Sales Manager / Sales', 'sales-manager'],
    ['Sales (Data) Analyst', 'analis-data'],
    ['Area Leader Sales', 'sales-supervisor'],
    ['Recruitment Manager', 'hrd'],
    ['Sr. HR Officer', 'hrd'],
    ['Welder for Barista', 'tukang-las'],
    ['Acct Staff', 'akuntan'],
    ['Sales - Barista Skill', 'sales'],
  ])('reads "%s" as %s', (title, id) => {
    expect(best(title)?.id).toBe(id);
  });

  it('is less sure the more words it does not know', () => {
    const whole = best('Sales')?.confidenceBp ?? 0;
    const beside = best('Sales Rumah Gedongan')?.confidenceBp ?? 0;
    expect(whole).toBeGreaterThan(beside);
    expect(beside).toBeGreaterThanOrEqual(6_000);
  });

  it('does not resolve a general word beside unknown ones', () => {
    expect(best('Eyelash Technician')?.confidenceBp).toBeLessThan(6_000);
  });

  it('keeps the words that name the work for counting', () => {
    expect(readTitle('Dibutuhkan 2 Pawang Hujan', dictionary).core).toBe('pawang hujan');
  });
});
