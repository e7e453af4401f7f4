import { decodeKey, decodeNodeId, decodeUuid, encodeNodeId } from '../../src/resolvers/node-id';

const uuid = '7f9c24e8-3b1a-4d5e-9c00-0123456789ab';

describe('node ids', () => {
  it('decode to what was encoded', () => {
    expect(decodeNodeId(encodeNodeId('Region', '72.71'))).toEqual({ type: 'Region', key: '72.71' });
    expect(decodeUuid('Vacancy', encodeNodeId('Vacancy', uuid))).toBe(uuid);
  });

  it.each(['', 'x', '%%%', 'VmFjYW5jeQ', `${encodeNodeId('Vacancy', uuid)}=`, '\u0000', uuid])(
    'refuse %j as an id of nobody',
    (id) => {
      expect(() => decodeNodeId(id, 'vacancyId')).toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT', field: ['vacancyId'] }),
      );
    },
  );

  it('find nothing under another type or a key that is no uuid', () => {
    const notFound = expect.objectContaining({ code: 'NOT_FOUND' });
    expect(() => decodeKey('Region', encodeNodeId('Vacancy', uuid))).toThrow(notFound);
    expect(() => decodeUuid('Vacancy', encodeNodeId('Vacancy', 'abc'))).toThrow(notFound);
  });
});
