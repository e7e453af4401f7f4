import {
  acceptInvitation,
  declineInvitation,
  showApplications,
  takeApplicationBack,
} from './applications/handlers';
import { answerFit } from './fit/handlers';
import { pauseSearch, reconfirmSearch, showMatches } from './matches/handlers';
import type { AddRoute } from './routes';
import { saveStart, showStart } from './start/handlers';
import {
  applyTo,
  objectTo,
  sendReceipt,
  showVacancy,
  takeBack,
  takeObjectionBack,
} from './vacancy/handlers';

/** From "does it fit me?" to matches, one vacancy, applications. */
export function addMatchRoutes({ show, take }: { show: AddRoute; take: AddRoute }): void {
  show('/', 'anybody', showMatches);
  // Words of anybody, of which nothing is kept.
  take('/', 'anybody', answerFit);
  show('/mulai', 'person', showStart);
  // Changes nothing: shows what was understood, also of words that came through the sign-in.
  take('/mulai', 'anybody', showStart);
  take('/mulai/simpan', 'person', saveStart);
  take('/pencarian/jeda', 'person', pauseSearch);
  take('/pencarian/aktif', 'person', reconfirmSearch);

  const vacancy = '/lowongan/:parameter';
  show(vacancy, 'person', showVacancy);
  show(`${vacancy}/tanda-terima`, 'person', sendReceipt);
  take(`${vacancy}/lamar`, 'person', applyTo);
  take(`${vacancy}/tarik`, 'person', takeBack);
  take(`${vacancy}/keberatan`, 'person', objectTo);
  take(`${vacancy}/keberatan/tarik`, 'person', takeObjectionBack);

  show('/lamaran', 'person', showApplications);
  take('/lamaran/terima', 'person', acceptInvitation);
  take('/lamaran/tolak', 'person', declineInvitation);
  take('/lamaran/tarik', 'person', takeApplicationBack);
}
