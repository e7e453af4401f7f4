import type { AreaDeps } from '../area-deps';
import { findPeople } from './find-people';
import { readDisability } from './read-disability';
import { readPerson } from './read-person';

/** The use cases by which an office finds and reads people. */
export const peopleServices = (deps: AreaDeps) => ({
  find: findPeople(deps),
  read: readPerson(deps),
  readDisability: readDisability(deps),
});
