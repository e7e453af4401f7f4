import { type ClientBase, Query, type QueryResultRow } from 'pg';

/**
 * Runs a statement and gives each row as it comes; the database works on meanwhile, as far as the connection takes it.
 *
 * Errors: those of the statement; that of `take`, after which the connection is of no use.
 */
export function streamRows<Row>(
  client: ClientBase,
  sql: string,
  take: (row: Row) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let isTaking = true;
    const query = client.query(new Query<QueryResultRow & Row>(sql));
    query.on('row', (row) => {
      if (!isTaking) return;
      try {
        take(row);
      } catch (error) {
        // Thrown on, it would end the process: the driver calls from its socket.
        isTaking = false;
        reject(error);
      }
    });
    query.on('error', reject);
    query.on('end', () => resolve());
  });
}
