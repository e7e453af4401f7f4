import type { Form } from '../form';
import { type Carried, readCarried } from '../sign-in/carried';
import type { Visit } from '../visit';

/** The form of a beginning, as it was sent. */
export interface StartForm extends Carried {
  /** Ids of the competencies that are ticked, and of all that could be. */
  readonly ticked: readonly string[];
  readonly offered: readonly string[];
  readonly name: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly email: string;
  readonly education: string;
  readonly regionCode: string;
  readonly occupation: string;
  /** Ids of the occupations that could be chosen. */
  readonly offeredWork: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly hasAgreed: boolean;
  readonly textVersion: string;
}

export function readStartForm(visit: Visit): StartForm {
  const { form } = visit;
  return {
    ...readCarried(visit),
    ...readContact(form),
    ticked: form.all('komp'),
    offered: form.text('tawar').split(',').filter(Boolean),
    name: form.text('nama'),
    birthDate: form.text('lahir'),
    education: form.text('pendidikan'),
    regionCode: form.text('wilayah'),
    occupation: form.text('pekerjaan'),
    offeredWork: form.text('tawar-kerja').split(',').filter(Boolean),
    since: form.text('sejak'),
    until: form.text('sampai'),
    hasAgreed: form.has('setuju'),
    textVersion: form.text('versi'),
  };
}

/** The address of the sign-in, which comes along once, is where the person can be reached too. */
function readContact(form: Form): { phone: string; email: string } {
  const address = form.text('alamat');
  const isEmail = address.includes('@');
  return {
    phone: form.text('telepon') || (isEmail ? '' : address),
    email: form.text('surel') || (isEmail ? address : ''),
  };
}

/** What a person says of themselves; empty fields are not stated. */
export function toProfile(form: StartForm, regionCode: string): Record<string, unknown> {
  return {
    fullName: form.name,
    phone: form.phone || null,
    email: form.email || null,
    birthDate: form.birthDate || null,
    education: form.education || null,
    regionCode,
  };
}

/** The work that the form names, or null. */
export function toWork(
  form: StartForm,
  title: string,
): { title: string; occupationId: string; from: string; to: string | null } | null {
  if (form.occupation === '' || form.since === '') return null;
  return { title, occupationId: form.occupation, from: form.since, to: form.until || null };
}
