import { problem } from '../definition';

/** Words that an officer explains. */
export const termErrors = {
  TERM_TAKEN: problem({
    en: '{field} already means something else: {label}.',
    id: '{field} sudah berarti hal lain: {label}.',
  }),
  TERM_INVALID: problem({
    en: '{field} is no word to explain: {reason}.',
    id: '{field} bukan kata yang dapat dijelaskan: {reason}.',
  }),
  TERM_MEANINGLESS: problem({
    en: '{field} stands in any sentence and means nothing by itself.',
    id: '{field} ada di kalimat apa pun dan tidak bermakna sendiri.',
  }),
  TERM_NOT_MAPPED: problem({
    en: '{field} was not explained by an officer as this.',
    id: '{field} tidak pernah dijelaskan petugas dengan arti ini.',
  }),
};
