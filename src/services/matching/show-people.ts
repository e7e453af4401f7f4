import { randomBytes } from 'node:crypto';
import { type EntityManager, MoreThan } from 'typeorm';
import { CandidateHandle } from '../../entities';
import { takeTurns } from '../accounts/take-turns';
import type { RunAs } from '../transaction';

/** 80 random bits: nobody meets a handle by guessing. */
const HANDLE_BYTES = 10;

/** A person whose card an organisation is about to see. */
export interface Showing {
  organisationId: string;
  candidateId: string;
}

/** New people whom one organisation is shown in 24 hours. Source: RELIABILITY of the design (threats, employer). */
export const NEW_PEOPLE_A_DAY = 200;
const DAY_MS = 86_400_000;

/** Somebody who may be shown: the handle, or null when the organisation has seen enough new people for a day. */
export interface Shown {
  readonly handle: string | null;
}

/** Those who may be shown, by `showingKey`. */
export type ShownPeople = ReadonlyMap<string, Shown>;

export const showingKey = ({ organisationId, candidateId }: Showing) =>
  `${organisationId} ${candidateId}`;

/**
 * The pseudonyms under which organisations know these people; whoever is no longer active or has withdrawn the
 * consent gets none, and an organisation that is not verified, or no longer, is shown nobody (I31). A new pseudonym
 * is random and written now, for at most 200 new people in 24 hours: the first of the showings.
 *
 * Another organisation gets other handles, so two of them cannot put their cards together.
 * Cost: 1 query when all were shown before, else 3 and 2 for each organisation.
 */
export async function showPeople(
  { readAs, runAs }: { readAs: RunAs; runAs: RunAs },
  showings: readonly Showing[],
  now: Date,
): Promise<ShownPeople> {
  if (showings.length === 0) return new Map();
  const rows = await readAs('system', (manager) => readHandles(manager, showings));
  const fresh = rows.filter((row) => row.handle === null);
  const written =
    fresh.length === 0
      ? []
      : await runAs('system', async (manager) => {
          await writeHandles(manager, await withinCap(manager, fresh, now), now);
          // Read again and not returned: of two requests that show somebody first, one writes.
          return readHandles(manager, fresh);
        });
  return new Map([...rows, ...written].map((row) => [showingKey(row), { handle: row.handle }]));
}

/** Those whom their organisations may still get to know; until the transaction ends nobody else counts. */
async function withinCap(
  manager: EntityManager,
  fresh: readonly Showing[],
  now: Date,
): Promise<Showing[]> {
  const allowed: Showing[] = [];
  const unique = new Map(fresh.map((showing) => [showingKey(showing), showing]));
  for (const organisationId of [...new Set(fresh.map((row) => row.organisationId))].sort()) {
    await takeTurns(manager, organisationId, 'new people');
    const seen = await manager.countBy(CandidateHandle, {
      organisationId,
      firstShownAt: MoreThan(new Date(now.getTime() - DAY_MS)),
    });
    const own = [...unique.values()].filter((row) => row.organisationId === organisationId);
    allowed.push(...own.slice(0, Math.max(0, NEW_PEOPLE_A_DAY - seen)));
  }
  return allowed;
}

interface HandleRow extends Showing {
  handle: string | null;
}

function readHandles(manager: EntityManager, showings: readonly Showing[]): Promise<HandleRow[]> {
  return manager.query(
    `SELECT shown.organisation_id AS "organisationId", shown.candidate_id AS "candidateId", known.handle
     FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS shown (organisation_id, candidate_id, place)
     JOIN employers e ON e.id = shown.organisation_id AND e.verification = 'VERIFIED'
     JOIN candidates c ON c.id = shown.candidate_id
       AND c.status = 'ACTIVE' AND c.matching_consent_at IS NOT NULL
     LEFT JOIN candidate_handles known ON known.organisation_id = shown.organisation_id
       AND known.candidate_id = shown.candidate_id
     ORDER BY shown.place`,
    [
      showings.map((showing) => showing.organisationId),
      showings.map((showing) => showing.candidateId),
    ],
  );
}

async function writeHandles(manager: EntityManager, showings: readonly Showing[], now: Date) {
  await manager.query(
    `INSERT INTO candidate_handles (organisation_id, candidate_id, handle, first_shown_at)
     SELECT shown.*, $4 FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS shown (organisation_id, candidate_id, handle)
     JOIN candidates c ON c.id = shown.candidate_id
     FOR KEY SHARE OF c
     ON CONFLICT (organisation_id, candidate_id) DO NOTHING`,
    [
      showings.map((showing) => showing.organisationId),
      showings.map((showing) => showing.candidateId),
      showings.map(() => randomBytes(HANDLE_BYTES).toString('hex')),
      now,
    ],
  );
}
