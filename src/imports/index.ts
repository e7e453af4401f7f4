export { type ImportField, importFields, parseColumnMap } from './column-map';
export { type RowFault, StructuralFault } from './faults';
export { type ImportDeps, type ImportOptions, importVacancies } from './import-vacancies';
export { type ImportReport, printReport } from './report';
export { fileSource, type ImportSource, memorySource } from './source';
