import type { EntityManager } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import type { CandidateStatus, ReadPurpose } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import { normaliseAddress } from '../../identity/address';
import { noteDisclosures } from '../disclosures/note-disclosures';
import { readIdentityNumber } from '../identity-numbers/identity-number';
import { type IdentityDeps, readMasked } from '../identity-numbers/identity-rows';
import type { IdentityVault } from '../identity-numbers/vault';
import { officerAreas } from '../offices/officers-person';
import { actorOf, type Viewer } from '../viewer';
import { keepReadingLimit } from './reading-limit';

/** People that one search tells; whoever is not among them is asked for more of the name. */
const MOST_FOUND = 20;
/** Letters of a name. */
const LEAST_LETTERS = 3;

export interface FindPeople {
  /** A whole identity number, mobile number or e-mail address, or a part of a name. */
  readonly text: string;
  readonly purpose: ReadPurpose;
}

/** As much as tells people apart at a counter. */
export interface FoundPerson {
  readonly id: string;
  readonly fullName: string;
  readonly identityNumberMasked: string | null;
  readonly regionCode: string | null;
  readonly status: CandidateStatus;
}

/** What a search is noted to have told. */
const FOUND_FIELDS: readonly string[] = ['name', 'identityNumberMasked', 'region', 'status'];

/**
 * People of an officer's area by identity number, telephone, e-mail or name, at most 20, by name; the address of an entry
 * of a book also finds who signs in with it. Before it is told, the disclosures of each person and the audit log say so.
 *
 * Ties: by id. Errors: OFFICE_ONLY; BAD_USER_INPUT for a name of fewer than three letters; READING_LIMIT_REACHED.
 * Cost: 6 queries, and 1 a person.
 */
export const findPeople =
  ({ runAs, clock, identityVault }: IdentityDeps) =>
  (viewer: Viewer, { text, purpose }: FindPeople): Promise<FoundPerson[]> =>
    runAs('system', async (manager) => {
      const { accountId } = viewer;
      const at = clock.now();
      const areas = await officerAreas(manager, accountId);
      const found = await readFound(
        manager,
        await search(manager, identityVault, text, areas),
        areas,
      );
      const ids = found.map(({ id }) => id);
      await keepReadingLimit(manager, accountId, ids, at);
      await appendAudit(manager, {
        ...{ actor: actorOf(viewer), action: 'candidates.searched' },
        ...{ subjectType: 'account', subjectId: accountId },
        detail: { purpose, found: ids.length },
      });
      await noteDisclosures(
        manager,
        ids.map((candidateId) => ({
          ...{ candidateId, actorKind: 'OFFICER', accountId, purpose, at },
          ...{ employerId: null, vacancyId: null, fields: [...FOUND_FIELDS] },
        })),
      );
      const people: FoundPerson[] = [];
      for (const person of found) {
        const identityNumberMasked = await readMasked(manager, identityVault, person.id);
        people.push({ ...person, identityNumberMasked });
      }
      return people;
    });

/** The ids of people, of whatever area. */
async function search(
  manager: EntityManager,
  vault: IdentityVault,
  text: string,
  areas: readonly string[],
): Promise<string[]> {
  const digits = readIdentityNumber(text);
  if (digits !== null) {
    return await idsOf(
      manager,
      'SELECT candidate_id AS id FROM candidate_identities WHERE lookup_hash = $1',
      [vault.hash(digits)],
    );
  }
  const address = normaliseAddress(text);
  if (address !== null) {
    const column = address.kind === 'PHONE' ? 'phone' : 'email';
    // Who signs in with the address of an entry may be the same person, and did not say so.
    return await idsOf(
      manager,
      `SELECT id FROM candidates WHERE ${column} = $1
       UNION SELECT c.id FROM candidates b
       JOIN candidate_origins o ON o.candidate_id = b.id
       JOIN account_addresses a ON a.address_hash IN (o.phone_hash, o.email_hash)
       JOIN candidates c ON c.account_id = a.account_id
       WHERE b.${column} = $1`,
      [address.text],
    );
  }
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length < LEAST_LETTERS) throw errors.input.invalid('text', reasons.shortName);
  return await idsOf(manager, 'SELECT id FROM padan_people_named($1, $2, $3)', [
    ...[words, areas, MOST_FOUND],
  ]);
}

async function idsOf(
  manager: EntityManager,
  sql: string,
  parameters: unknown[],
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, parameters);
  return rows.map(({ id }) => id);
}

const readFound = (
  manager: EntityManager,
  ids: readonly string[],
  areas: readonly string[],
): Promise<Omit<FoundPerson, 'identityNumberMasked'>[]> =>
  manager.query(
    `SELECT id, full_name AS "fullName", region_code AS "regionCode", status FROM candidates c
     WHERE id = ANY($1::uuid[]) AND status <> 'ERASED'
       AND NOT EXISTS (SELECT FROM candidate_merges m WHERE m.drop_id = c.id)
       AND ('ID' = ANY($2::text[]) OR EXISTS (SELECT FROM unnest($2::text[]) AS area
         WHERE c.region_code = area OR starts_with(c.region_code, area || '.')))
     ORDER BY full_name, id LIMIT ${MOST_FOUND}`,
    [ids, areas],
  );
