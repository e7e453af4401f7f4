import { giveConsent, showConsents, withdrawConsent } from './consents/handlers';
import { eraseSelf, sendExport, showData, showErase } from './data/handlers';
import { removeCompetencies, showCompetencies } from './profile/competencies';
import { findPlace, saveProfile, showProfile } from './profile/handlers';
import { addWork, removeWork, showWork } from './profile/work';
import type { AddRoute } from './routes';

/** The person's own record: profile, consents, data, the end of it. */
export function addRecordRoutes({ show, take }: { show: AddRoute; take: AddRoute }): void {
  show('/profil', 'person', showProfile);
  take('/profil', 'person', findPlace);
  take('/profil/simpan', 'person', saveProfile);
  show('/profil/kemampuan', 'person', showCompetencies);
  take('/profil/kemampuan', 'person', removeCompetencies);
  show('/profil/kerja', 'person', showWork);
  take('/profil/kerja', 'person', addWork);
  take('/profil/kerja/hapus', 'person', removeWork);

  show('/persetujuan', 'person', showConsents);
  take('/persetujuan/beri', 'person', giveConsent);
  take('/persetujuan/cabut', 'person', withdrawConsent);

  show('/data', 'person', showData);
  take('/data/unduh', 'person', sendExport);
  show('/hapus', 'person', showErase);
  take('/hapus', 'person', eraseSelf);
}
