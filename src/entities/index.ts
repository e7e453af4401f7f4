import * as tables from './tables';

export { SnakeNamingStrategy } from './naming-strategy';
export * from './tables';

/** Every table, for the data source. */
export const entities = Object.values(tables);
