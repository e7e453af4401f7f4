import type { AreaDeps } from '../area-deps';
import { activateCandidate } from './activate-candidate';
import { confirmCompetencies, removeCompetencies } from './confirm-competencies';
import { guidedStart } from './guided-start';
import { helpConfirm } from './help-confirm';
import { listOrigins } from './list-origins';
import { pauseUnconfirmed } from './pause-unconfirmed';
import { readMe } from './read-me';
import { registerCandidate } from './register-candidate';
import { replaceWork } from './replace-work';
import { pauseSearch, reconfirmSearch } from './search-state';
import { setDisability } from './set-disability';
import { suggestFromText } from './suggest-from-text';
import { updateProfile } from './update-profile';

/** The use cases about the own record of who looks for work. */
export const candidateServices = (deps: AreaDeps) => ({
  activate: activateCandidate(deps),
  register: registerCandidate(deps),
  readMe: readMe(deps),
  listOrigins: listOrigins(deps),
  update: updateProfile(deps),
  replaceWork: replaceWork(deps),
  confirmCompetencies: confirmCompetencies(deps),
  removeCompetencies: removeCompetencies(deps),
  helpConfirm: helpConfirm(deps),
  setDisability: setDisability(deps),
  reconfirm: reconfirmSearch(deps),
  pause: pauseSearch(deps),
  pauseUnconfirmed: pauseUnconfirmed(deps),
  guidedStart: guidedStart(deps),
  suggestFromText: suggestFromText(deps),
});
