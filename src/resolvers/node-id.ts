import { errors, reasons } from '../errors';
import { encodeNodeId } from '../ids/global-id';

export { encodeNodeId } from '../ids/global-id';

export interface NodeId {
  readonly type: string;
  readonly key: string;
}

const SHAPE = /^([A-Z][A-Za-z]{0,63}):([\w.-]{1,128})$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The type and key in a global id.
 *
 * Errors: BAD_USER_INPUT at `field` when it is no id of ours.
 */
export function decodeNodeId(id: string, field = 'id'): NodeId {
  const match = SHAPE.exec(Buffer.from(id, 'base64url').toString('utf8'));
  const [, type, key] = match ?? [];
  if (type === undefined || key === undefined || encodeNodeId(type, key) !== id) {
    throw errors.input.invalid(field, reasons.notAnId);
  }
  return { type, key };
}

/**
 * The key in a global id of one type.
 *
 * Errors: BAD_USER_INPUT when it is no id; NOT_FOUND when it names another type.
 */
export function decodeKey(type: string, id: string, field = 'id'): string {
  const decoded = decodeNodeId(id, field);
  if (decoded.type !== type) throw errors.object.notFound(field);
  return decoded.key;
}

/**
 * The uuid in a global id of one type, safe to hand to the database.
 *
 * Errors: as `decodeKey`; NOT_FOUND also when the key is no uuid.
 */
export function decodeUuid(type: string, id: string, field = 'id'): string {
  const key = decodeKey(type, id, field);
  if (!UUID.test(key)) throw errors.object.notFound(field);
  return key;
}
