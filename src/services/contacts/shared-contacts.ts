/**
 * Contacts of `$1` whose people share with the account `$2` who they are, at `$3`: the live consent that names the employer
 * and vacancy (`s`), the verified employer (`e`), the viewer's membership (`m`), the person (`p`) and the contact (`c`).
 *
 * Part of the one statement that reads: nothing is told on the strength of what was true a moment before.
 */
export const SHARED_CONTACTS = `
     FROM contacts c
     JOIN employers e ON e.id = c.employer_id AND e.verification = 'VERIFIED'
     JOIN LATERAL (
       SELECT role FROM memberships
       WHERE account_id = $2 AND employer_id = c.employer_id
         AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)
       ORDER BY role = 'RECRUITER' LIMIT 1) m ON true
     JOIN LATERAL (
       SELECT expires_at FROM consents
       WHERE candidate_id = c.candidate_id AND purpose = 'SHARE_WITH_EMPLOYER'
         AND employer_id = c.employer_id AND (vacancy_id IS NULL OR vacancy_id = c.vacancy_id)
         AND withdrawn_at IS NULL AND (expires_at IS NULL OR expires_at > $3)
       ORDER BY expires_at DESC NULLS FIRST LIMIT 1) s ON true
     JOIN candidates p ON p.id = c.candidate_id AND p.status <> 'ERASED'
       AND c.id = ANY($1::uuid[]) AND c.state = 'CONSENTED'`;
