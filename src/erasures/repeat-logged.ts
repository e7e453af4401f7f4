import type { DataSource } from 'typeorm';
import { asActor } from '../database/as-actor';
import { repeatErasures } from '../services/erasure/repeat-erasures';
import { readErasureFile } from './erasure-file';

/**
 * Carries out again what the log of erasures says and the database does not know; returns how many people. Before
 * anything reads people: nobody who was erased is seen again.
 *
 * Errors: ErasureFileError. Cost: as `repeatErasures`.
 */
export async function repeatLogged(dataSource: DataSource, file: string): Promise<number> {
  return repeatErasures(
    { runAs: (actor, work) => asActor(dataSource, actor, work) },
    await readErasureFile(file),
  );
}
