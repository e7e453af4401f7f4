import { parentPort, workerData } from 'node:worker_threads';
import { PeopleOwner } from '../../matching/engine/people-owner';
import { serveEngine } from '../../matching/engine/serve-engine';
import { buildCatalogue, type CatalogueRows } from '../../matching/facts/catalogue';
import { benchRows } from './taxonomies';
import { InventedWorld, inventedCentroids } from './world';

const none = { numberOf: new Map<string, number>(), idOf: [] };
const MONTH = 24_310;
const WORLD_SEED = 1;

// The program of a thread like the service's, with invented people.
if (parentPort === null) throw new Error('This program runs in a worker thread');
void serveEngine(parentPort, async () => {
  const rows: CatalogueRows = {
    taxonomy: benchRows('generated'),
    centroids: inventedCentroids,
    competencies: none,
    occupations: none,
  };
  const catalogue = buildCatalogue(rows);
  const owner = new PeopleOwner(catalogue, MONTH);
  const world = new InventedWorld(rows.taxonomy, WORLD_SEED);
  for (const facts of world.people(workerData.people)) {
    const id = `${facts.tieSalt.toString(16).padStart(8, '0')}-0000-4000-8000-${facts.person.toString(16).padStart(12, '0')}`;
    owner.put({ id, facts });
  }
  return { owner, catalogue: rows, reload: async () => [] };
});
