import { candidateFilter } from '../../src/search/candidate-search';

const nothing = { competencies: [], occupations: [], kbjiGroups: [], scopeCodes: [] };

describe('candidateFilter', () => {
  it('asks for everybody when nothing is required', () => {
    expect(candidateFilter({ ...nothing, scopeCodes: ['ID'] })).toBeNull();
  });

  it('joins competencies and work by or, the scope by and', () => {
    expect(
      candidateFilter({
        competencies: [{ number: 3, minLevel: 2 }],
        occupations: [8],
        kbjiGroups: ['72'],
        scopeCodes: ['72.71'],
      }),
    ).toBe(
      '((skills IN ["c3·2"]) OR (work IN ["o8", "k72"])) AND ' +
        '((areas IN ["72.71"]) OR (wideAreas IN ["ID", "72", "72.71"]))',
    );
  });

  it('widens a village to its district', () => {
    expect(candidateFilter({ ...nothing, scopeCodes: ['72.71.01.1004'] })).toContain(
      'areas IN ["72.71.01"]',
    );
  });
});
