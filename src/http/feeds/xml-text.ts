/** What XML 1.0 cannot hold, not even escaped, and halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text without the characters that no XML document may have. */
export const toXmlText = (text: string): string => text.replace(FORBIDDEN, '');
