/** How a command for books is told which column holds a field: maps of offices are long, so they stand in a file. */
export const nameInFile = (field: string): string =>
  `--map FILE.json, a file that says {"${field}": "COLUMN"}`;
