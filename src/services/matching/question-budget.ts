import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { errors } from '../../errors';
import type { VacancyFacts } from '../../matching/core/facts';
import type { RunAs } from '../transaction';
import { noteSql } from '../vacancies/measured-places';

/** New questions of one organisation within an hour. Source: our choice; a person tries some dozens of variants a vacancy. */
export const QUESTIONS_AN_HOUR = 60;

/** Of published vacancies as they stand so many may be asked about freely in a day: new ones would be questions else. */
export const FREE_QUESTIONS_A_DAY = 50;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** For so many hours a question is known, and repeating it costs nothing. */
const KNOWN_HOURS = 24;

/** What somebody wants to be told about people. */
export interface Question {
  /** The employer. */
  readonly askerId: string;
  /** Null for a text. */
  readonly vacancyId: string | null;
  /** Of a published vacancy as it stands: the first such question in a day is free, for `FREE_QUESTIONS_A_DAY` vacancies. */
  readonly isPublic: boolean;
  /** What is asked for; everything that the answer depends on. */
  readonly asked: readonly VacancyFacts[];
}

export interface BudgetDeps {
  runAs: RunAs;
  clock: Clock;
}

/**
 * Draws on the budgets of whoever asks, so that nobody asks thousands of variants to single people out.
 *
 * Shape: the same question again is free for a day, whichever instance answers; all are drawn or none. Also notes from
 * which places distances are told.
 * Errors: SIMULATION_BUDGET_SPENT when an asker has asked `QUESTIONS_AN_HOUR` new ones within an hour.
 * Cost: 3 queries an asker, for no questions none.
 */
export async function spendQuestions(
  { runAs, clock }: BudgetDeps,
  questions: readonly Question[],
): Promise<void> {
  if (questions.length === 0) return;
  const now = clock.now();
  await runAs('system', async (manager) => {
    for (const askerId of [...new Set(questions.map((question) => question.askerId))].sort()) {
      const own = questions.filter((question) => question.askerId === askerId);
      const { spent, fresh, oldest } = await writeQuestions(manager, askerId, own, now);
      if (fresh === 0 || spent <= QUESTIONS_AN_HOUR) continue;
      const waitMs = (oldest ?? now).getTime() + HOUR_MS - now.getTime();
      throw errors.simulation.budgetSpent(QUESTIONS_AN_HOUR, Math.ceil(waitMs / MINUTE_MS));
    }
  });
}

interface Spent {
  /** Within the last hour, with those written now. */
  spent: number;
  /** Of these, written now. */
  fresh: number;
  oldest: Date | null;
}

async function writeQuestions(
  manager: EntityManager,
  askerId: string,
  questions: readonly Question[],
  now: Date,
): Promise<Spent> {
  // One at a time for each asker: two at once would each see the budget before the other.
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [askerId]);
  await manager.query('DELETE FROM asked_questions WHERE asker_id = $1 AND asked_at <= $2', [
    askerId,
    new Date(now.getTime() - KNOWN_HOURS * HOUR_MS),
  ]);
  const [found] = await manager.query<Spent[]>(
    `WITH written AS (
       INSERT INTO asked_questions (asker_id, question, vacancy_id, asked_at, is_counted)
       SELECT $1, fresh.question, fresh.vacancy_id, $2, NOT (fresh.is_public AND NOT EXISTS (
         SELECT FROM asked_questions known WHERE known.asker_id = $1
           AND known.vacancy_id = fresh.vacancy_id AND NOT known.is_counted)
         AND row_number() OVER () + (SELECT count(*) FROM asked_questions free
           WHERE free.asker_id = $1 AND NOT free.is_counted) <= $7)
       FROM unnest($4::bytea[], $5::uuid[], $6::boolean[]) AS fresh (question, vacancy_id, is_public)
       ON CONFLICT (asker_id, question) DO NOTHING RETURNING is_counted),
     noted AS (${noteSql('$5', '$2')})
     SELECT (count(asked_at) + fresh.count)::int AS spent, fresh.count::int AS fresh, min(asked_at) AS oldest
     FROM (SELECT count(*) FROM written WHERE is_counted) fresh LEFT JOIN asked_questions
       ON asker_id = $1 AND is_counted AND asked_at > $3
     GROUP BY fresh.count`,
    [
      askerId,
      now,
      new Date(now.getTime() - HOUR_MS),
      questions.map(digest),
      questions.map((question) => question.vacancyId),
      questions.map((question) => question.isPublic),
      FREE_QUESTIONS_A_DAY,
    ],
  );
  return found;
}

function digest({ vacancyId, asked }: Question): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([vacancyId, asked]))
    .digest();
}
