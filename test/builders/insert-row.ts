import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Inserts one row and returns it as the database now holds it, generated values included. */
export async function insertRow<Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  values: Partial<Row>,
): Promise<Row> {
  const { identifiers } = await manager.insert(entity, values as never);
  return await manager.findOneByOrFail(entity, identifiers[0] as never);
}
