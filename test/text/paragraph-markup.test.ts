import { cutMarkup, paragraphMarkup } from '../../src/text/paragraph-markup';

describe('paragraphMarkup', () => {
  it.each([
    ['Satu.\ndua\n\nTiga', '<p>Satu.<br>dua</p><p>Tiga</p>'],
    ['R&D & "x" <b>', '<p>R&amp;D & "x" &lt;b&gt;</p>'],
    ['&lt; &#60; &', '<p>&amp;lt; &amp;#60; &</p>'],
    [']]>', '<p>]]&gt;</p>'],
  ])('writes %j as %j', (text, expected) => {
    expect(paragraphMarkup(text)).toBe(expected);
  });
});

describe('cutMarkup', () => {
  it.each([
    ['<p>Menjaga gedung malam.</p>', 25, '<p>Menjaga gedung…</p>'],
    ['<p>Satu.</p><p>Dua tiga.</p>', 20, '<p>Satu.</p>'],
    ['<p>Satu.</p><p>Dua tiga.</p>', 24, '<p>Satu.</p><p>Dua…</p>'],
    ['<p>Satu<br>dua</p>', 14, '<p>Satu…</p>'],
    ['<p>Satu dua</p>', 2, ''],
    ['<p>Satu dua</p>', -1, ''],
    [`<p>${'&lt;'.repeat(200)}</p>`, 415, `<p>${'&lt;'.repeat(101)}…</p>`],
    [`<p>${'😀'.repeat(100)}</p>`, 129, `<p>${'😀'.repeat(60)}…</p>`],
  ])('cuts %j to %d characters between words', (markup, length, expected) => {
    expect(cutMarkup(markup, length)).toBe(expected);
  });
});
