import { vacancyLimits } from '../../src/services/vacancies/draft';

const fill = (pattern: string, length: number = vacancyLimits.descriptionLength): string =>
  pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);

/** Texts of exactly so many characters that grow the most wherever they are escaped, encoded or parted; all are allowed. */
export const worstTexts = (length?: number): readonly string[] =>
  [
    ...[
      '<',
      '>',
      '&',
      '"',
      "'",
      '\\',
      '&a',
      '&#',
      '<\n',
      '"\n',
      '😀',
      '😀\n',
      '職',
      '\u2028a',
      '\u00a0a',
    ],
    ...[
      'a\n\n',
      '<\n\n',
      'ab ',
      '< ',
      '& < > " \' ',
      '\ta',
      '\u200ba',
      ']]>',
      '--><!--',
      '</script>',
    ],
    ...['Menjahit & memotong "kain". ', '&amp;&lt;'],
  ].map((pattern) => fill(pattern, length));
