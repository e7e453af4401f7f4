import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Audience } from './audience';
import { schemaFor } from './project';
import { buildFullSchema } from './schema';

/** The SDL of one audience, sorted, as committed under `schema/`. */
export function printSchemaFor(audience: Audience): string {
  return `${printSchema(lexicographicSortSchema(schemaFor(audience, buildFullSchema())))}\n`;
}
