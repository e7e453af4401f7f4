import { tellCount } from '../../../src/services/portals/tell-count';

const tellOf = tellCount('secret');
const names = Array.from({ length: 200 }, (_, index) => `v${index}`);
const counts = Array.from({ length: 60 }, (_, count) => count);

describe('tellCount', () => {
  it('tells none under five, and from nine on each as a lower bound that is close', () => {
    for (const name of names) {
      for (const count of counts) {
        const { value, text } = tellOf(count, name);
        if (count < 5) expect(value).toBeNull();
        if (value === null) expect([text, count < 9]).toEqual(['<10', true]);
        else expect([value % 5, count >= value && count - value < 9]).toEqual([0, true]);
      }
    }
  });

  it('begins anywhere from five to nine, so that topping a count up does not tell what it was', () => {
    const firsts = names.map((name) => counts.find((count) => tellOf(count, name).value !== null));
    expect([...new Set(firsts)].sort()).toEqual([5, 6, 7, 8, 9]);
  });

  it('tells the same name the same, and other secrets otherwise', () => {
    const row = (secret: string) => names.map((name) => tellCount(secret)(7, name).text);
    expect(row('a')).toEqual(row('a'));
    expect(row('a')).not.toEqual(row('b'));
  });
});
