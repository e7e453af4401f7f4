import { type EntityManager, MoreThan } from 'typeorm';
import type { Clock } from '../../clock';
import { AliasRule, TermMapping } from '../../entities';
import type { MappedConceptType } from '../../entities/vocabulary';
import type { Localised } from '../../errors';
import type { TextReaders } from '../../search/term-catalogue';
import { RESOLVED_CONFIDENCE_BP } from '../../text/concepts';
import { type TermFault, termFault } from '../../text/plausible-term';
import { saysNothing } from '../../text/query-text';
import { termKey } from '../../text/tokens';
import { once } from '../idempotency';
import { officeOf } from '../offices/office-of';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { changeAliases, conceptEntities, findConcept, findMapping, lockTerms } from './mappings';

export interface MapTerm {
  clientMutationId: string;
  term: string;
  conceptType: MappedConceptType;
  conceptId: string;
}

interface Deps {
  clock: Clock;
  runAs: RunAs;
  readers: () => Promise<TextReaders>;
}

/** Longest word that an alias may be; what is longer is no word but a sentence. */
const MAX_TERM_LENGTH = 60;

/**
 * The id of the concept that a word now leads to: the word is an alias of it, in the next text, search and draft.
 *
 * Shape: a replaced concept hands the word to its heir. No score changes, so the engines stay as they are.
 * Errors: OFFICE_ONLY; those of `once`. Problems: TERM_INVALID (digits, too), TERM_MEANINGLESS, UNKNOWN_REFERENCE,
 * DUPLICATE_ENTRY, TERM_TAKEN.
 */
export const mapTerm =
  (deps: Deps) =>
  async (viewer: Viewer, command: MapTerm): Promise<Outcome<string>> => {
    // Built before the transaction: it may take seconds.
    const readers = await deps.readers();
    return deps.runAs(actorOf(viewer), async (manager) => {
      await officeOf(manager, ['OFFICER']);
      const { clientMutationId, ...body } = command;
      const at = deps.clock.now();
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'mapTerm' }, async () => {
        const fault = findFault(command.term);
        const term = termKey(command.term);
        if (fault !== null) return refused([fault]);
        // One after another, so that no word gets two meanings and revisions stand in the order of the commits.
        await lockTerms(manager);
        const concept = await findConcept(manager, command);
        if (concept === null) return refused([problem('UNKNOWN_REFERENCE', 'conceptId')]);
        const taken = await findTaken(manager, readers, command.conceptType, term, concept.id);
        if (taken !== null) return refused([taken]);
        await changeAliases(manager, 'term.mapped', command.conceptType, concept.id, term);
        await manager.query(
          `INSERT INTO term_mappings (term, concept_type, concept_id, mapped_by, mapped_at)
           VALUES ($1, $2, $3, $4, $5)`,
          [term, command.conceptType, concept.id, viewer.accountId, at],
        );
        await manager.query('UPDATE unresolved_terms SET explained_at = $2 WHERE term = $1', [
          term,
          at,
        ]);
        return done(concept.id);
      });
    });
  };

const reasons: Readonly<Record<TermFault, Localised>> = {
  ADDRESS: {
    en: 'it holds an address of mail or the web',
    id: 'memuat alamat email atau situs',
  },
  NUMBER: { en: 'it holds a number', id: 'memuat angka' },
  TOO_SHORT: { en: 'it needs at least three letters', id: 'harus paling sedikit tiga huruf' },
  TOO_LONG: {
    en: `it may have at most four words and ${MAX_TERM_LENGTH} characters`,
    id: `paling banyak empat kata dan ${MAX_TERM_LENGTH} karakter`,
  },
  PERSONAL: {
    en: 'it looks like somebody’s name or address',
    id: 'tampak seperti nama atau alamat seseorang',
  },
};

/** Why what was typed is no word to explain, whatever it may mean; null when it is one. */
function findFault(typed: string): Problem | null {
  const fault =
    typed.length > MAX_TERM_LENGTH ? 'TOO_LONG' : (termFault(typed) ?? digitFault(typed));
  if (fault !== null) return problem('TERM_INVALID', 'term', { reason: reasons[fault] });
  return saysNothing(termKey(typed)) ? problem('TERM_MEANINGLESS', 'term') : null;
}

const digitFault = (typed: string): TermFault | null => (/\d/.test(typed) ? 'NUMBER' : null);

/** Why a word cannot become an alias of a concept; null when it can. */
async function findTaken(
  manager: EntityManager,
  readers: TextReaders,
  type: MappedConceptType,
  term: string,
  conceptId: string,
): Promise<Problem | null> {
  const mapped = await findMapping(manager, type, term);
  // The readers lag behind by some seconds, in which what was taken back still means what it meant.
  const retired = await manager.findBy(TermMapping, {
    term,
    retiredRevision: MoreThan(readers.revision),
  });
  const isRetired = (id: string) =>
    retired.some(({ conceptType, conceptId }) => conceptType === type && conceptId === id);
  const known = mapped
    ? [mapped.conceptId]
    : readers.vacancies.dictionary.lookUp(type, term).filter((id) => !isRetired(id));
  if (known.includes(conceptId)) return problem('DUPLICATE_ENTRY', 'term');
  const isReserved = await manager.existsBy(AliasRule, { alias: term });
  if (known.length === 0 && !isReserved) {
    return retired.length > 0 ? null : findMeaning(readers, term);
  }
  const other = known[0] && (await manager.findOneBy(conceptEntities[type], { id: known[0] }));
  return problem('TERM_TAKEN', 'term', { label: other ? other.labelId : term });
}

/** What a whole term is read as already: a place, an occupation that is no competency, or the other way round. */
function findMeaning({ queries, places, regions, catalogue }: TextReaders, term: string) {
  const place = places.resolve(term);
  const region = place && regions.find(({ code }) => code === place.id);
  if (region) return problem('TERM_TAKEN', 'term', { label: region.name });
  const whole = queries
    .read(term, ['COMPETENCY', 'OCCUPATION'])
    .find(
      (match) =>
        match.confidenceBp >= RESOLVED_CONFIDENCE_BP && match.matchedText.length === term.length,
    );
  if (whole === undefined) return null;
  const concepts = whole.type === 'COMPETENCY' ? catalogue.competencies : catalogue.occupations;
  const label = concepts.find(({ id }) => id === whole.id)?.labelId ?? term;
  return problem('TERM_TAKEN', 'term', { label });
}
