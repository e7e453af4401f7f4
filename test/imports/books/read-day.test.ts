import { readBirthDay } from '../../../src/imports/books/read-day';

const read = (text: string) => readBirthDay(text, '2026-11-21');

describe('readBirthDay', () => {
  it.each([
    '1995-08-17',
    '1995-08-17T00:00:00.000Z',
    '17/08/1995',
    '17-8-1995',
    '17.8.95',
    '17 08 1995',
    '17 Agustus 1995',
    '17 agt 1995',
    '17-Aug-95',
    'Palu, 17 Agustus 1995',
    'Palu/17-08-1995',
    '34928',
    '34928.0',
  ])('reads "%s" as one day', (text) => {
    expect(read(text)).toBe('1995-08-17');
  });

  it.each(['', '1995', '30/02/1995', '08/17/1995', '17/08/2027', '17/08/1895', '00/01/1990', 'x'])(
    'takes "%s" for no day of birth',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );

  it('reads the end of a year as one in which a grown person was born', () => {
    expect(read('1/2/05')).toBe('2005-02-01');
    expect(read('1/2/26')).toBe('1926-02-01');
  });
});
