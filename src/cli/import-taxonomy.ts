import { statSync } from 'node:fs';
import { systemClock } from '../clock';
import { createDataSource } from '../database/data-source';
import { importTaxonomy, printTaxonomyReport } from '../imports/taxonomy';
import { say, withSession } from './session';

interface Options {
  dir: string;
  dryRun?: true;
}

/** `padan import taxonomy --dir D`: takes a classification as ESCO publishes it. */
export async function runTaxonomyImport({ dir, dryRun }: Options): Promise<void> {
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`There is no folder ${dir}`);
  }
  await withSession(async ({ servers }) => {
    // Reference data belongs to the owner of the tables; the service may only read it.
    const dataSource = createDataSource(servers.database.migratorUrl, {
      poolSize: 1,
      statementLimitMs: 0,
    });
    await dataSource.initialize();
    try {
      const report = await importTaxonomy({
        dataSource,
        clock: systemClock,
        folder: dir,
        isDryRun: dryRun,
      });
      for (const line of printTaxonomyReport(report)) say(line);
    } finally {
      await dataSource.destroy();
    }
  });
}
