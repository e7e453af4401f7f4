/** Before the names of files with all public vacancies. */
export const SNAPSHOT_FOLDER = '/snapshot/';
export const SNAPSHOT_SUFFIX = '.ndjson.gz';

/** Path of the file under the service's address. */
export const snapshotPath = (name: string) => `${SNAPSHOT_FOLDER}${name}${SNAPSHOT_SUFFIX}`;
