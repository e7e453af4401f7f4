import { type Choice, firstChoice, listVariables, toggle } from '../../web/widget/choice';
import { roundPoint, type Settings } from '../../web/widget/settings';

const settings: Settings = {
  regions: ['72'],
  query: '',
  employmentTypes: [],
  limit: 10,
  lang: 'id',
  api: null,
  near: null,
  portal: null,
};

const choose = (
  ...steps: Parameters<typeof toggle> extends [Choice, ...infer Step] ? Step[] : []
) => steps.reduce((choice, [kind, key]) => toggle(choice, kind, key), firstChoice(settings));

describe('listVariables', () => {
  it('counts every kind with the list while nothing is chosen', () => {
    const variables = listVariables(firstChoice(settings), settings, null);
    expect(variables.by).toEqual(['EMPLOYMENT_TYPE', 'REGION', 'OCCUPATION']);
    expect(variables.filter).toEqual({ regionCodes: ['72'] });
    expect([variables.withTypes, variables.withRegions]).toEqual([false, false]);
  });

  it('counts a chosen kind under all conditions but its own', () => {
    const choice = choose(['EMPLOYMENT_TYPE', 'DAILY'], ['REGION', '72.71']);
    const { filter, by, anyType, anyRegion, ...rest } = listVariables(choice, settings, null);
    expect(filter).toEqual({ employmentTypes: ['DAILY'], regionCodes: ['72.71'] });
    expect(by).toEqual(['OCCUPATION']);
    expect(anyType).toEqual({ regionCodes: ['72.71'] });
    expect(anyRegion).toEqual({ employmentTypes: ['DAILY'], regionCodes: ['72'] });
    expect(rest.withOccupations).toBe(false);
  });

  it('counts nothing again for a later page', () => {
    const choice = choose(['EMPLOYMENT_TYPE', 'DAILY']);
    const variables = listVariables(choice, settings, 'cursor');
    expect([variables.isFirst, variables.withTypes, variables.after]).toEqual([
      false,
      false,
      'cursor',
    ]);
  });
});

describe('toggle', () => {
  it('takes away what was chosen', () => {
    const choice = choose(['REGION', '72.71'], ['REGION', '72.10'], ['REGION', '72.71']);
    expect(choice.chosen.REGION).toEqual(['72.10']);
  });
});

describe('roundPoint', () => {
  it('keeps two decimals', () => {
    expect(roundPoint({ latitude: -0.898_612, longitude: 119.870_049 })).toEqual({
      latitude: -0.9,
      longitude: 119.87,
    });
  });
});
