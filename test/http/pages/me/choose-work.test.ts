import { chooseWork } from '../../../../src/http/pages/me/start/choose-work';

const nothing = { occupation: '', since: '', until: '', offeredWork: [] };
const said = { offered: ['guard', 'welder'], sure: ['welder'], months: 36 };
const TODAY = '2026-03-31';

describe('chooseWork', () => {
  it('begins with what the words surely name, up to today', () => {
    expect(chooseWork(nothing, said, TODAY)).toEqual({
      ...{ id: 'welder', since: '2023-03-31', until: TODAY, isReckoned: true },
    });
    const short = chooseWork(nothing, { ...said, months: 1 }, TODAY);
    expect(short.since).toBe('2026-02-28');
  });

  it('names no day where no length is said, and no work where the words are a guess', () => {
    const unknown = { id: 'welder', since: '', until: '', isReckoned: false };
    expect(chooseWork(nothing, { ...said, months: null }, TODAY)).toEqual(unknown);
    expect(chooseWork(nothing, { ...said, sure: [] }, TODAY)).toEqual({ ...unknown, id: '' });
  });

  it('leaves what the person chose, also nothing', () => {
    const left = { ...nothing, offeredWork: said.offered, since: '2020-01-01' };
    const kept = { since: '2020-01-01', until: '', isReckoned: false };
    expect(chooseWork(left, said, TODAY)).toEqual({ ...kept, id: '' });
    const chosen = { ...left, occupation: 'guard' };
    expect(chooseWork(chosen, said, TODAY)).toEqual({ ...kept, id: 'guard' });
  });

  it('goes on saying that days are reckoned until they are changed', () => {
    const shown = chooseWork(nothing, said, TODAY);
    const sent = { ...nothing, ...shown, occupation: shown.id, offeredWork: said.offered };
    expect(chooseWork(sent, said, TODAY)).toEqual(shown);
    expect(chooseWork({ ...sent, until: '' }, said, TODAY).isReckoned).toBe(false);
  });
});
