import type { AreaDeps } from '../area-deps';
import { drawForSeal, publishAndSeal, sealRanking } from '../rankings/seal-rankings';
import { vacancySnapshots } from '../snapshots/vacancy-snapshots';
import { checkVacancyDraft } from './check-vacancy-draft';
import { closeVacancy } from './close-vacancy';
import { createVacancy } from './create-vacancy';
import { draftFromText } from './draft-from-text';
import { findVacancy } from './find-vacancy';
import { listEmployerVacancies } from './list-employer-vacancies';
import { listPart, listParts } from './listed-vacancies';
import { publishVacancy } from './publish-vacancy';
import { countVacancies, searchVacancies } from './search-vacancies';
import { updateVacancy } from './update-vacancy';
import { vacancyChanges } from './vacancy-changes';
import { verifyVacancy } from './verify-vacancy';
import { wasWithdrawn } from './was-withdrawn';

/** The use cases about vacancies. */
export const vacancyServices = (deps: AreaDeps) => ({
  search: searchVacancies(deps),
  count: countVacancies(deps),
  find: findVacancy(deps.readAs),
  listOfEmployers: listEmployerVacancies(deps.readAs),
  check: checkVacancyDraft(deps),
  draftFromText: draftFromText(deps),
  create: createVacancy(deps),
  update: updateVacancy(deps),
  publish: publishAndSeal(drawForSeal(deps), publishVacancy(deps), sealRanking(deps)),
  close: closeVacancy(deps),
  changes: vacancyChanges(deps),
  snapshots: vacancySnapshots(deps),
  verify: verifyVacancy(deps),
  wasWithdrawn: wasWithdrawn(deps.readAs),
  listParts: listParts(deps),
  listPart: listPart(deps),
});
