export { aCandidate, holds } from './candidates';
export { aMembership, anAccount, anEmployer, anEmployerWithOwner } from './employers';
export { aVacancy, must, nice, should } from './vacancies';
