import type { DataSource } from 'typeorm';
import type { Clock } from '../../clock';
import { asActor } from '../../database/as-actor';
import { FaultList } from './faults';
import { loadKnownTaxonomy } from './known-taxonomy';
import { planTaxonomy } from './plan-taxonomy';
import { readTables } from './read-tables';
import type { TaxonomyReport } from './report';
import { writeTaxonomy } from './write-taxonomy';

export interface TaxonomyImport {
  /** Connection of the owner: the service itself never changes the taxonomy. */
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly folder: string;
  readonly isDryRun?: boolean;
}

/**
 * Takes a classification as ESCO publishes it, as a new version of the taxonomy; files that say nothing new make none.
 *
 * Shape: one transaction; rows at fault are left out and reported, the others are taken.
 * Errors: TaxonomyRefusal when a file or column is missing or unreadable; nothing is written then.
 * Cost: measured in docs/OPERATIONS.md.
 */
export async function importTaxonomy({
  dataSource,
  clock,
  folder,
  isDryRun = false,
}: TaxonomyImport): Promise<TaxonomyReport> {
  const started = performance.now();
  const faults = new FaultList();
  const tables = readTables(folder);
  return await asActor(dataSource, 'system', async (manager) => {
    // Two imports at once would plan on the same state.
    await manager.query("SELECT pg_advisory_xact_lock(hashtext('padan import taxonomy'))");
    const known = await loadKnownTaxonomy(manager);
    const plan = planTaxonomy(tables, known, faults);
    const { competencies, occupations, links, demands } = plan;
    const isNew = [competencies, occupations, links, demands].some((part) => part.length > 0);
    const version = isNew ? known.version + 1 : known.version;
    if (isNew && !isDryRun) {
      await writeTaxonomy(manager, plan, { version, note: 'ESCO', now: clock.now() });
    }
    const seconds = (performance.now() - started) / 1_000;
    return { isDryRun, isNew, version, counts: plan.counts, faults, seconds };
  });
}
