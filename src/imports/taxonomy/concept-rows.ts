import { isPlainText } from '../../services/plain-text';
import type { FaultList, TaxonomyFaultCode } from './faults';
import type { TableRow } from './read-tables';

/** A concept as the files tell it. */
export interface ConceptRow {
  readonly uri: string;
  readonly labelEn: string;
  /** Null = the files have no Indonesian word for it. */
  readonly labelId: string | null;
  /** Lower case, without the labels. */
  readonly aliases: readonly string[];
  readonly isDeprecated: boolean;
  readonly replacedByUri: string | null;
  /** Kind of a skill, unit group of an occupation. */
  readonly detail: string;
  readonly row: TableRow;
}

const ESCO = 'http://data.europa.eu/esco/';
const LOCAL = /^[A-Za-z0-9][\w.-]{0,99}$/;
const MAX_LABEL = 200;
const MAX_ALIAS = 120;
/** The richest occupation of ESCO v1.2 has about fifty. */
const MAX_ALIASES = 60;

/** The full address of a concept; null for what is no address of ESCO. Extracts write its last part only. */
export function escoUri(type: 'skill' | 'occupation', text: string): string | null {
  const prefix = `${ESCO}${type}/`;
  const local = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return LOCAL.test(local) ? prefix + local : null;
}

/** The id of a concept that an import creates. */
export const idOfUri = (uri: string) => `esco-${uri.slice(uri.lastIndexOf('/') + 1).toLowerCase()}`;

/** Notes that the cell of a row is at fault. */
export function refuseCell(
  faults: FaultList,
  { file, line, headerOf }: TableRow,
  column: string,
  code: TaxonomyFaultCode,
  reason: string,
): void {
  faults.add({ file, line, column: headerOf[column] ?? column }, code, reason);
}

type Refuse = (column: string, code: TaxonomyFaultCode, reason: string) => void;

/**
 * The concepts of a table by their address; rows at fault are noted and left out.
 *
 * `detailOf` reads kind or group; null = its reason has been noted.
 */
export function readConcepts(
  type: 'skill' | 'occupation',
  rows: readonly TableRow[],
  translations: readonly TableRow[],
  faults: FaultList,
  detailOf: (row: TableRow) => string | null,
): Map<string, ConceptRow> {
  const translated = new Map(translations.map((row) => [escoUri(type, row.cells.uri ?? ''), row]));
  const concepts = new Map<string, ConceptRow>();
  for (const row of rows) {
    const refuse: Refuse = (column, code, reason) => refuseCell(faults, row, column, code, reason);
    const uri = escoUri(type, row.cells.uri ?? '');
    if (uri === null) refuse('uri', 'VALUE_INVALID', `is no address of an ESCO ${type}`);
    else if (concepts.has(uri)) refuse('uri', 'DUPLICATE', 'stands already in an earlier row');
    else {
      const words = readWords(row, translated.get(uri), refuse);
      const life = words && readLife(type, row, refuse);
      const detail = life && detailOf(row);
      if (words && life && detail !== null)
        concepts.set(uri, { uri, ...words, ...life, detail, row });
    }
  }
  return concepts;
}

function readWords(row: TableRow, translation: TableRow | undefined, refuse: Refuse) {
  const labelEn = row.cells.label ?? '';
  if (!isPlainText(labelEn, MAX_LABEL)) {
    refuse('label', 'VALUE_INVALID', `must be plain text of 1 to ${MAX_LABEL} characters`);
    return null;
  }
  const given = translation?.cells.label ?? '';
  const labelId = isPlainText(given, MAX_LABEL) ? given : null;
  const labels = [labelEn, given].map((label) => label.toLowerCase());
  const words = [translation, row].flatMap((each) => splitWords(each?.cells.alternatives ?? ''));
  const aliases = [...new Set(words)].filter((word) => !labels.includes(word));
  return { labelEn, labelId, aliases: aliases.slice(0, MAX_ALIASES) };
}

const STATUSES: Readonly<Record<string, boolean>> = {
  '': false,
  released: false,
  published: false,
  obsolete: true,
  deprecated: true,
};

function readLife(
  type: 'skill' | 'occupation',
  { cells }: TableRow,
  refuse: Refuse,
): Pick<ConceptRow, 'isDeprecated' | 'replacedByUri'> | null {
  const isObsolete = STATUSES[(cells.status ?? '').toLowerCase()];
  if (isObsolete === undefined) {
    refuse('status', 'VALUE_INVALID', 'must be released or obsolete');
    return null;
  }
  const replacedByUri = cells.replacedBy ? escoUri(type, cells.replacedBy) : null;
  if (cells.replacedBy && replacedByUri === null) {
    refuse('replacedBy', 'VALUE_INVALID', `is no address of an ESCO ${type}`);
    return null;
  }
  return { isDeprecated: isObsolete || replacedByUri !== null, replacedByUri };
}

/** Words as ESCO lists them, a line each, or apart by `|`. */
function splitWords(cell: string): string[] {
  return cell
    .split(/[\n|]/)
    .map((word) => word.replace(/\s+/g, ' ').trim().toLowerCase())
    .filter((word) => isPlainText(word, MAX_ALIAS));
}
