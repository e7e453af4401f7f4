import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/**
 * Inserts any number of rows by one statement; all have the columns of the first one.
 *
 * Cost: about 10 µs a row and index.
 */
export async function insertRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  if (rows.length === 0) return;
  const { tablePath, columns } = manager.connection.getMetadata(entity);
  const given = columns.filter(({ propertyName }) => propertyName in rows[0]);
  const names = given.map(({ databaseName }) => databaseName).join(', ');
  const values = given.map(({ propertyName }) => `"${propertyName}"`).join(', ');
  const types = given.map((column) => `"${column.propertyName}" ${columnType(column)}`).join(', ');
  await manager.query(
    `INSERT INTO ${tablePath} (${names})
     SELECT ${values} FROM json_to_recordset($1::json) AS row(${types})`,
    [JSON.stringify(rows)],
  );
}

const columnType = ({ type, isArray }: ColumnMetadata) => `${String(type)}${isArray ? '[]' : ''}`;
