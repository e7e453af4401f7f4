/**
 * Text as it stands between the tags of HTML, never in an attribute: quotes stay, and so does an ampersand that begins no
 * reference, so that a text grows fourfold at most. Whatever follows it in the document must begin with a tag.
 */
export const escapeText = (text: string): string =>
  text.replace(/&(?=[#a-z\d])|[<>]/gi, (character) => ENTITIES[character] ?? '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
