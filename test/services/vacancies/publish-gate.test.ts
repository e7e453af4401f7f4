import { publishProblems } from '../../../src/services/vacancies/publish-gate';
import { aDraft } from '../../doubles/vacancy-draft';

const now = new Date('2026-03-02T08:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const found = (overrides: Parameters<typeof aDraft>[0]) =>
  publishProblems(aDraft(overrides, now), now).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('publishProblems', () => {
  it('lets a complete vacancy through', () => {
    expect(found({})).toEqual([]);
  });

  it('names every field of the regulation that is missing', () => {
    expect(found({ regionCodes: [], wageMin: null, wageMax: null, requirements: [] })).toEqual([
      'FIELD_REQUIRED regionCodes',
      'FIELD_REQUIRED wageMin',
      'FIELD_REQUIRED requirements.COMPETENCY',
      'FIELD_REQUIRED requirements.EDUCATION',
      'FIELD_REQUIRED requirements.EXPERIENCE',
    ]);
  });

  it('takes one end of the wage as stated', () => {
    expect(found({ wageMin: null })).toEqual([]);
  });

  it('accepts 90 days and refuses a moment more', () => {
    expect(found({ validThrough: inDays(90) })).toEqual([]);
    expect(found({ validThrough: new Date(inDays(90).getTime() + 1) })).toEqual([
      'VALIDITY_TOO_LONG validThrough',
    ]);
  });

  it('refuses a closing time that has come', () => {
    expect(found({ validThrough: now })).toEqual(['VALIDITY_PAST validThrough']);
  });
});
