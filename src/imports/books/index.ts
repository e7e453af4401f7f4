export type { BookKeys } from './book-keys';
export { type BookReport, printBookReport } from './book-report';
export { type EmployerField, employerFields } from './employer-fields';
export { importEmployers } from './import-employers';
export { importPeople } from './import-people';
export { type PeopleField, peopleFields } from './people-fields';
export type { BookDeps, BookOptions } from './run-book';
export { bookTemplate, templates } from './template';
