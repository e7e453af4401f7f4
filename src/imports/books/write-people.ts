import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { appendOutbox, type OutboxEntry } from '../../changes/outbox';
import { insertRows } from '../../database/insert-rows';
import { Candidate } from '../../entities';
import { keyedHash } from '../../identity/derived-keys';
import { KEY_VERSION } from '../../services/identity-numbers/vault';
import { officeDay } from '../../text/office-day';
import type { BookKeys } from './book-keys';
import type { KnownPerson } from './known-people';
import type { PersonRow } from './person-row';

/** A row that changes something, and whom it names. */
export interface PersonWrite {
  readonly person: PersonRow;
  readonly rowKey: Buffer;
  readonly contentHash: Buffer;
  /** Null = nobody yet. */
  readonly known: KnownPerson | null;
  /** Columns of the known person that it says anew or for the first time. */
  readonly changes: Partial<Candidate>;
}

export interface BookFile {
  readonly sourceName: string;
  /** SHA-256. */
  readonly digest: Buffer;
  readonly at: Date;
}

/**
 * Writes people of a book. Nobody of them has agreed to anything, so no ranking, list or index holds them.
 *
 * Cost: 5 queries, and 1 for each known person of whom something changes.
 */
export async function writePeople(
  manager: EntityManager,
  keys: BookKeys,
  writes: readonly PersonWrite[],
  file: BookFile,
): Promise<void> {
  const named = writes.map((write) => ({ ...write, id: write.known?.id ?? randomUUID() }));
  const added = named.filter(({ known }) => known === null);
  await insertRows(
    manager,
    Candidate,
    added.map(({ id, person }) => personColumns(id, person, file.at)),
  );
  const events: OutboxEntry[] = added.map(({ id }) => eventOf(id, 'candidate.created', 1));
  for (const { id, known, changes } of named) {
    if (known === null || Object.keys(changes).length === 0) continue;
    const version = known.version + 1;
    await manager.update(Candidate, id, { ...changes, version, updatedAt: file.at });
    events.push(eventOf(id, 'candidate.updated', version));
  }
  await keepNumbers(manager, keys, named, file.at);
  await keepOrigins(manager, keys, named, file);
  await appendOutbox(manager, events);
}

type Named = PersonWrite & { id: string };

const eventOf = (aggregateId: string, kind: string, version: number): OutboxEntry => ({
  ...{ aggregate: 'candidate', aggregateId, kind, version },
});

function personColumns(id: string, person: PersonRow, at: Date) {
  const { fullName, birthDate, gender, address, regionCode, phone, email, education } = person;
  return {
    ...{ id, fullName, birthDate, gender, address, regionCode, phone, email, education },
    ...{ status: 'ACTIVE' as const, confirmedOn: officeDay(at), createdAt: at, updatedAt: at },
  };
}

/** A number that somebody has given already stays. */
async function keepNumbers(
  manager: EntityManager,
  { vault }: BookKeys,
  named: readonly Named[],
  at: Date,
): Promise<void> {
  const given = named.flatMap(({ id, person: { identityNumber } }) =>
    identityNumber === null ? [] : [{ id, identityNumber }],
  );
  if (given.length === 0) return;
  await manager.query(
    `INSERT INTO candidate_identities (candidate_id, ciphertext, lookup_hash, key_version, set_by, set_at)
     SELECT *, ${KEY_VERSION}, 'OFFICE', $4 FROM unnest($1::uuid[], $2::bytea[], $3::bytea[])
     ON CONFLICT (candidate_id) DO NOTHING`,
    [
      given.map(({ id }) => id),
      given.map(({ id, identityNumber }) => vault.encrypt(identityNumber, id)),
      given.map(({ identityNumber }) => vault.hash(identityNumber)),
      at,
    ],
  );
}

async function keepOrigins(
  manager: EntityManager,
  { address }: BookKeys,
  named: readonly Named[],
  { sourceName, digest, at }: BookFile,
): Promise<void> {
  if (named.length === 0) return;
  const hashOf = (text: string | null) => text && keyedHash(address, text);
  await manager.query(
    `INSERT INTO candidate_origins (candidate_id, channel, source_name, row_key, content_hash, file_digest, row_number,
       phone_hash, email_hash, words, is_created, imported_at)
     SELECT id, 'OFFICE_BOOK', $1, row_key, content_hash, $2, row_number, phone_hash, email_hash, words, is_created, $3
     FROM unnest($4::uuid[], $5::bytea[], $6::bytea[], $7::integer[], $8::bytea[], $9::bytea[], $10::text[], $11::boolean[])
       AS row(id, row_key, content_hash, row_number, phone_hash, email_hash, words, is_created)
     ON CONFLICT (source_name, row_key) DO UPDATE SET
       candidate_id = EXCLUDED.candidate_id, content_hash = EXCLUDED.content_hash, file_digest = EXCLUDED.file_digest,
       row_number = EXCLUDED.row_number, phone_hash = EXCLUDED.phone_hash, email_hash = EXCLUDED.email_hash,
       words = EXCLUDED.words, imported_at = EXCLUDED.imported_at`,
    [
      ...[sourceName, digest, at],
      named.map(({ id }) => id),
      named.map(({ rowKey }) => rowKey),
      named.map(({ contentHash }) => contentHash),
      named.map(({ person }) => person.row),
      named.map(({ person }) => hashOf(person.phone)),
      named.map(({ person }) => hashOf(person.email)),
      named.map(({ person }) => person.words),
      named.map(({ known }) => known === null),
    ],
  );
}
