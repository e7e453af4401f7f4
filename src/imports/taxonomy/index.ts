export { TaxonomyRefusal } from './faults';
export { importTaxonomy } from './import-taxonomy';
export { printTaxonomyReport } from './report';
