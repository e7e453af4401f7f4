import type { DataSource } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import { asActor } from '../../database/as-actor';
import type { BookReport } from './book-report';
import type { BookFile } from './write-people';

/** Says in the audit log that a book was taken in, by the digest of the file, and what came of it. Cost: 1 query. */
export const noteImport = (
  dataSource: DataSource,
  kind: 'people' | 'employers',
  { file, report }: { file: BookFile; report: BookReport },
): Promise<void> =>
  asActor(dataSource, 'system', (manager) => {
    const { rows, created, updated, filledIn, unchanged, refused, isInterrupted } = report;
    return appendAudit(manager, {
      ...{ actor: 'system', action: `book.${kind}_imported`, subjectType: 'book' },
      subjectId: file.digest.toString('hex'),
      detail: { rows, created, updated, filledIn, unchanged, refused, isInterrupted },
    });
  });
