import type { EntityManager } from 'typeorm';
import type { ResumeSource } from './json-resume';

/** What a person's résumé is made of; labels in Indonesian. Cost: 3 queries. */
export async function readResume(
  manager: EntityManager,
  candidateId: string,
): Promise<ResumeSource> {
  const [person] = await manager.query<Omit<ResumeSource, 'work' | 'skills'>[]>(
    `SELECT full_name AS "fullName", phone, email, address, education,
       to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS "updatedAt",
       (SELECT name FROM regions WHERE code = left(c.region_code, 8)) AS district,
       (SELECT name FROM regions WHERE code = left(c.region_code, 2)) AS province
     FROM candidates c WHERE id = $1`,
    [candidateId],
  );
  const work = await manager.query<ResumeSource['work']>(
    `SELECT title, employer_name AS "employerName", started_on::text AS "startedOn", ended_on::text AS "endedOn"
     FROM work_experiences WHERE candidate_id = $1 ORDER BY started_on DESC, id`,
    [candidateId],
  );
  const skills = await manager.query<ResumeSource['skills']>(
    `SELECT k.label_id AS name, h.level, h.evidence FROM candidate_competencies h
     JOIN competencies k ON k.id = h.competency_id WHERE candidate_id = $1 ORDER BY h.level DESC, k.id`,
    [candidateId],
  );
  return { ...person, work, skills };
}
