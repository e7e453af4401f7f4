import 'reflect-metadata';
import { pageSize, toConnection } from '../../../src/resolvers/lists/connection';

describe('pageSize', () => {
  it('is 20 when nothing is asked and what is asked within 1–100', () => {
    expect([pageSize({}), pageSize({ first: 1 }), pageSize({ first: 100 })]).toEqual([20, 1, 100]);
  });

  it.each([0, -1, 101, null, 1.5, Number.NaN])('refuses %p', (first) => {
    expect(() => pageSize({ first })).toThrow('between 1 and 100');
  });
});

describe('toConnection', () => {
  it('has no cursors on an empty page', () => {
    const connection = toConnection({
      edges: [],
      hasNextPage: false,
      hasPreviousPage: true,
      totalCount: 0,
      countIsExact: false,
    });
    expect(connection.pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
    expect(connection.countIsExact).toBe(false);
  });
});
