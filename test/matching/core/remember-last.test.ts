import { rememberLast } from '../../../src/matching/core/remember-last';

describe('rememberLast', () => {
  it('makes once what is asked again, and anew what differs', () => {
    const asked: string[] = [];
    const join = rememberLast((labels) => {
      asked.push(labels.join());
      return [labels.join()];
    });
    const labels = ['las', 'kasir'];
    const made = join(labels);
    expect(join(['las', 'kasir'])).toBe(made);
    for (const other of [['las'], ['las', 'kurir'], ['kasir', 'las'], []]) {
      expect(join(other)).toEqual([other.join()]);
    }
    labels.push('kurir');
    expect(join(labels)).toEqual(['las,kasir,kurir']);
    expect(asked).toEqual(['las,kasir', 'las', 'las,kurir', 'kasir,las', '', 'las,kasir,kurir']);
  });
});
