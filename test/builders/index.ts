export { aCandidate, aCrowd, holds } from './candidates';
export { aMembership, anAccount, anEmployer, anEmployerWithOwner, anOfficer } from './employers';
export { anEvent } from './match-events';
export { aStanding } from './matches';
export { aVacancy, must, nice, should } from './vacancies';
export { aWebhook } from './webhooks';
