export { aCandidate, holds } from './candidates';
export { aMembership, anAccount, anEmployer, anEmployerWithOwner, anOfficer } from './employers';
export { aVacancy, must, nice, should } from './vacancies';
