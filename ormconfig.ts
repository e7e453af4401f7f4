import { migrations } from './migrations';
import { loadConfig } from './src/config';
import { createDataSource } from './src/database/data-source';
import { readRunFile } from './src/embedded/run-file';

const config = loadConfig();
const url = config.database.migratorUrl ?? readRunFile(config.home)?.database.migratorUrl;
if (url === undefined) {
  throw new Error('Set DATABASE_URL, or run `npm start` beside this command');
}

/** The DataSource of TypeORM's own command line: `node --import tsx node_modules/.bin/typeorm … -d ormconfig.ts`. */
export default createDataSource(url, { migrations, statementLimitMs: 0, poolSize: 2 });
