import type { ConceptStatus } from '../../entities/vocabulary';
import { isImported } from '../../text/concepts';
import { termKey } from '../../text/tokens';
import { type ConceptRow, idOfUri } from './concept-rows';
import type { KnownConcept } from './known-taxonomy';

/** A concept as it shall stand; the plan still fills in what refers to others. */
export type WantedConcept = {
  -readonly [K in keyof KnownConcept]: KnownConcept[K];
};

export interface Draft {
  readonly wanted: WantedConcept;
  /** Null = it is new. */
  readonly known: KnownConcept | null;
  readonly row: ConceptRow;
  /** A concept of our own that this one turned out to be: only its address is noted. */
  readonly isOwn: boolean;
}

export interface Drafts {
  readonly byId: ReadonlyMap<string, Draft>;
  /** The ids of all concepts with an address, of the files and of earlier imports. */
  readonly idOf: ReadonlyMap<string, string>;
  /** How many of our own concepts got their address now. */
  readonly linked: number;
}

/**
 * The concepts of a table as they shall stand beside those that are known.
 *
 * A concept of ours with the same English label (and, for occupations, the same unit group) is the same: it keeps
 * its words and needs. Words are only ever added; a word that one of our own concepts has is not given away.
 */
export function draftConcepts(
  rows: ReadonlyMap<string, ConceptRow>,
  known: readonly KnownConcept[],
  comparesDetail: boolean,
): Drafts {
  const byUri = new Map(known.flatMap((each) => (each.escoUri ? [[each.escoUri, each]] : [])));
  const own = known.filter(({ id }) => !isImported(id));
  const taken = new Set(own.flatMap(wordsOf));
  const key = ({ labelEn, detail }: { labelEn: string; detail: string }) =>
    JSON.stringify([labelEn.toLowerCase(), comparesDetail ? detail : null]);
  const unlinked = new Map(
    own
      .filter(({ escoUri, status }) => escoUri === null && status === 'ACTIVE')
      .map((each) => [key(each), each]),
  );
  const byId = new Map<string, Draft>();
  const idOf = new Map([...byUri].map(([uri, { id }]) => [uri, id]));
  let number = known.reduce((most, each) => Math.max(most, each.number), -1);
  let linked = 0;
  for (const row of rows.values()) {
    const same = byUri.get(row.uri) ?? unlinked.get(key(row)) ?? null;
    if (same !== null && !isImported(same.id)) {
      unlinked.delete(key(row));
      if (same.escoUri === null) linked += 1;
      idOf.set(row.uri, same.id);
      byId.set(same.id, { wanted: { ...same, escoUri: row.uri }, known: same, row, isOwn: true });
      continue;
    }
    if (same === null) number += 1;
    const wanted = wantedFrom(row, same, taken, number);
    idOf.set(row.uri, wanted.id);
    byId.set(wanted.id, { wanted, known: same, row, isOwn: false });
  }
  return { byId, idOf, linked };
}

function wantedFrom(
  row: ConceptRow,
  known: KnownConcept | null,
  taken: ReadonlySet<string>,
  number: number,
): WantedConcept {
  const { labelEn, uri, detail, isDeprecated } = row;
  const isTranslated = known !== null && known.labelId !== known.labelEn;
  const fresh = row.aliases.filter((alias) => !taken.has(termKey(alias)));
  const status: ConceptStatus = isDeprecated ? 'DEPRECATED' : 'ACTIVE';
  return {
    id: known?.id ?? idOfUri(uri),
    number: known?.number ?? number,
    labelEn,
    labelId: row.labelId ?? (isTranslated ? known.labelId : labelEn),
    aliases: [...new Set([...(known?.aliases ?? []), ...fresh])],
    status,
    replacedById: known?.replacedById ?? null,
    escoUri: uri,
    broaderId: known?.broaderId ?? null,
    detail,
  };
}

const wordsOf = ({ labelId, labelEn, aliases }: KnownConcept) =>
  [labelId, labelEn, ...aliases].map(termKey);

/** Whether a draft says something new. */
export function isChanged({ wanted, known }: Draft): boolean {
  return known === null || fieldsOf(wanted) !== fieldsOf(known);
}

const fieldsOf = (one: KnownConcept) =>
  JSON.stringify([
    one.labelId,
    one.labelEn,
    one.aliases,
    one.status,
    one.replacedById,
    one.escoUri,
    one.broaderId,
    one.detail,
  ]);
