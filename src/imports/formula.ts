/** Whether a spreadsheet may compute a cell where it should show a name; nobody's name begins so. */
export const isFormula = (text: string): boolean => /^[=+@-]/.test(text);

/** Why it is not taken. */
export const FORMULA = 'begins as a formula does (=, +, @ or -)';
