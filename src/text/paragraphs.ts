/** Plain text as paragraphs of lines: an empty line parts paragraphs; neither has blanks at its ends or is empty. */
export function toParagraphs(text: string): string[][] {
  return text
    .split(/\r?\n(?:[^\S\n]*\r?\n)+/)
    .map((paragraph) =>
      paragraph
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0);
}
