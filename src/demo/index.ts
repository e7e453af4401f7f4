import type { DataSource } from 'typeorm';
import type { Environment } from '../config';
import { asActorRead } from '../database/as-actor';
import { loadDemoWorld, refuseDemoInProduction } from './load';
import { readDemoReference } from './reference';
import { buildDemoWorld, DEFAULT_DEMO_SIZE, type DemoSize } from './world';

export { type AddedDemoCandidate, addDemoCandidate } from './add-candidate';
export { DEMO_ISSUER } from './demand';
export { loadDemoWorld, refuseDemoInProduction } from './load';
export { type DemoReference, readDemoReference } from './reference';
export { removeDemo } from './remove';
export { buildDemoWorld, DEFAULT_DEMO_SIZE, type DemoSize, type DemoWorld } from './world';

/** Whether invented people stand in the database. */
export function isDemoLoaded(dataSource: DataSource): Promise<boolean> {
  return asActorRead(dataSource, 'system', async (manager) => {
    const [row] = await manager.query('SELECT EXISTS (SELECT FROM candidates WHERE is_demo) AS is');
    return row.is;
  });
}

/** Invents and loads a world of some size; returns how many people were new. Errors: in production. */
export async function seedDemo(
  dataSource: DataSource,
  {
    environment,
    now,
    size = {},
    onProgress,
  }: {
    environment: Environment;
    now: Date;
    size?: Partial<DemoSize>;
    onProgress?: (loaded: number, total: number) => void;
  },
): Promise<number> {
  refuseDemoInProduction(environment);
  const reference = await asActorRead(dataSource, 'system', readDemoReference);
  const world = buildDemoWorld(reference, { ...DEFAULT_DEMO_SIZE, ...size, now });
  return await loadDemoWorld(dataSource, world, { environment, onProgress });
}
