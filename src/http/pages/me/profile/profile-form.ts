import type { Form } from '../form';
import type { OwnProfile } from './profile-page';

/** The form of a profile, as it was sent or as it is kept. */
export interface ProfileForm {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly education: string;
  readonly regionCode: string;
  readonly willing: readonly string[];
  readonly employmentTypes: readonly string[];
  readonly availableFrom: string;
  readonly wage: string;
  /** Words to look for a region. */
  readonly place: string;
}

export const readProfileForm = (form: Form): ProfileForm => ({
  name: form.text('nama'),
  phone: form.text('telepon'),
  email: form.text('surel'),
  birthDate: form.text('lahir'),
  gender: form.text('kelamin'),
  education: form.text('pendidikan'),
  regionCode: form.text('wilayah'),
  willing: form.all('mau'),
  employmentTypes: form.all('bentuk'),
  availableFrom: form.text('mulai'),
  wage: form.text('upah').replace(/[.\s]/g, ''),
  place: form.text('tempat').slice(0, LONGEST_PLACE),
});

const LONGEST_PLACE = 80;

export const keptProfile = (me: OwnProfile): ProfileForm => ({
  name: me.fullName,
  phone: me.phone ?? '',
  email: me.email ?? '',
  birthDate: me.birthDate ?? '',
  gender: me.gender ?? '',
  education: me.education ?? '',
  regionCode: me.region?.code ?? '',
  willing: me.willingRegions.map(({ code }) => code),
  employmentTypes: me.employmentTypes,
  availableFrom: me.availableFrom ?? '',
  wage: me.expectedWage ?? '',
  place: '',
});

/** The profile in place of all before; what the form does not show stays. */
export const toProfileInput = (
  form: ProfileForm,
  { identityRegion }: Pick<OwnProfile, 'identityRegion'>,
): Record<string, unknown> => ({
  fullName: form.name,
  phone: form.phone || null,
  email: form.email || null,
  birthDate: form.birthDate || null,
  gender: form.gender || null,
  education: form.education || null,
  regionCode: form.regionCode,
  willingRegionCodes: form.willing,
  employmentTypes: form.employmentTypes,
  availableFrom: form.availableFrom || null,
  expectedWage: form.wage || null,
  identityRegionCode: identityRegion?.code ?? null,
});
