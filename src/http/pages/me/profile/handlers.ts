import { type Answer, redirect } from '../answer';
import { needed, problemsOf, type Refusal } from '../api';
import type { Visit } from '../visit';
import { MY_PROFILE, UPDATE } from './operations';
import { keptProfile, type ProfileForm, readProfileForm, toProfileInput } from './profile-form';
import { type OwnProfile, type RegionAnswer, renderProfile } from './profile-page';

interface ProfileAnswer {
  me: OwnProfile | null;
  regions?: { edges: readonly { node: RegionAnswer }[] };
}

const read = async (visit: Visit, place: string): Promise<ProfileAnswer> =>
  needed(await visit.ask<ProfileAnswer>(MY_PROFILE, { place, hasPlace: place !== '' }));

/** The profile as it is kept. */
export async function showProfile(visit: Visit): Promise<Answer> {
  const { me } = await read(visit, '');
  if (me === null) return redirect('/saya/mulai');
  return renderProfile(visit, { me, form: keptProfile(me), found: [], problems: [] });
}

/** The form as it was typed, with the regions that its place names. */
export const findPlace = (visit: Visit): Promise<Answer> =>
  showTyped(visit, readProfileForm(visit.form), []);

async function showTyped(
  visit: Visit,
  form: ProfileForm,
  problems: readonly Refusal[],
): Promise<Answer> {
  const { me, regions } = await read(visit, form.place);
  if (me === null) return redirect('/saya/mulai');
  const found = regions?.edges.map(({ node }) => node) ?? [];
  return renderProfile(visit, { me, form, found, problems });
}

/** Says everything of the profile anew, unless it was changed elsewhere meanwhile. */
export async function saveProfile(visit: Visit): Promise<Answer> {
  const form = readProfileForm(visit.form);
  const { me } = await read(visit, '');
  if (me === null) return redirect('/saya/mulai');
  const told = await visit.ask<Record<string, null>>(UPDATE, {
    input: {
      clientMutationId: visit.form.mutationId('profile'),
      expectedVersion: Number.parseInt(visit.form.text('edisi'), 10) || 0,
      profile: toProfileInput(form, me),
    },
  });
  const problems = problemsOf(told);
  return problems.length === 0
    ? redirect('/saya/profil?pesan=tersimpan')
    : await showTyped(visit, form, problems);
}
