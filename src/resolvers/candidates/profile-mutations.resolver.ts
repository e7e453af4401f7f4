import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { decodeKey } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { MyProfilePayload, toMyProfileView } from './my-profile.view';
import {
  ConfirmCompetenciesInput,
  DisabilityProfileInput,
  JobSearchInput,
  RegisterCandidateInput,
  RemoveCompetenciesInput,
  ReplaceWorkExperiencesInput,
  toClaim,
  toProfileDraft,
  toWorkDraft,
  UpdateProfileInput,
} from './profile.input';

@Resolver()
export class ProfileMutationsResolver {
  @For('candidate')
  @Mutation(() => MyProfilePayload, {
    description: 'Makes the account a person who looks for work and agrees to be matched.',
  })
  async registerCandidate(
    @Arg('input', () => RegisterCandidateInput, { description: 'The person.' })
    { clientMutationId, profile }: RegisterCandidateInput,
    @Arg('consentTextVersion', () => String, {
      description: 'Version of the text that the person was shown and agreed to.',
    })
    consentTextVersion: string,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { register } = context.services.candidates;
    const command = { clientMutationId, profile: toProfileDraft(profile), consentTextVersion };
    return toPayload(await register(viewerOf(context), command), context);
  }

  @For('candidate')
  @Mutation(() => MyProfilePayload, { description: 'Says everything of the profile anew.' })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'The profile.' })
    { profile, ...input }: UpdateProfileInput,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { update } = context.services.candidates;
    const command = { ...input, profile: toProfileDraft(profile) };
    return toPayload(await update(viewerOf(context), command), context);
  }

  @For('candidate')
  @Mutation(() => MyProfilePayload, { description: 'Lists all work that the person did, anew.' })
  async replaceWorkExperiences(
    @Arg('input', () => ReplaceWorkExperiencesInput, { description: 'The work.' })
    { workExperiences, ...input }: ReplaceWorkExperiencesInput,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { replaceWork } = context.services.candidates;
    const command = { ...input, works: workExperiences.map(toWorkDraft) };
    return toPayload(await replaceWork(viewerOf(context), command), context);
  }

  @For('candidate')
  @Mutation(() => MyProfilePayload, {
    description:
      'Says which competencies the person holds. What somebody else confirmed keeps its level and evidence.',
  })
  async confirmCompetencies(
    @Arg('input', () => ConfirmCompetenciesInput, { description: 'The competencies.' })
    { clientMutationId, items }: ConfirmCompetenciesInput,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { confirmCompetencies } = context.services.candidates;
    const command = { clientMutationId, items: items.map(toClaim) };
    return toPayload(await confirmCompetencies(viewerOf(context), command), context);
  }

  @For('candidate')
  @Mutation(() => MyProfilePayload, { description: 'Takes competencies out of the profile.' })
  async removeCompetencies(
    @Arg('input', () => RemoveCompetenciesInput, { description: 'The competencies.' })
    { clientMutationId, competencyIds }: RemoveCompetenciesInput,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { removeCompetencies } = context.services.candidates;
    const keys = competencyIds.map((id, at) =>
      decodeKey('Competency', id, `input.competencyIds.${at}`),
    );
    const command = { clientMutationId, competencyIds: keys };
    return toPayload(await removeCompetencies(viewerOf(context), command), context);
  }

  @For('candidate')
  @Mutation(() => MyProfilePayload, {
    description: 'Says what the person wants to say of disabilities; it changes no score.',
  })
  async setDisabilityProfile(
    @Arg('input', () => DisabilityProfileInput, { description: 'Kinds and needs.' })
    { kinds = null, ...input }: DisabilityProfileInput,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { setDisability } = context.services.candidates;
    return toPayload(await setDisability(viewerOf(context), { ...input, kinds }), context);
  }

  @For('candidate')
  @Mutation(() => MyProfilePayload, {
    description: 'Looks for work for another 180 days, also after a pause.',
  })
  async reconfirmJobSearch(
    @Arg('input', () => JobSearchInput, { description: 'The search.' })
    { clientMutationId }: JobSearchInput,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { reconfirm } = context.services.candidates;
    return toPayload(await reconfirm(viewerOf(context), { clientMutationId }), context);
  }

  @For('candidate')
  @Mutation(() => MyProfilePayload, {
    description: 'Leaves all rankings until `reconfirmJobSearch`; the profile stays.',
  })
  async pauseJobSearch(
    @Arg('input', () => JobSearchInput, { description: 'The search.' })
    { clientMutationId }: JobSearchInput,
    @Ctx() context: Context,
  ): Promise<MyProfilePayload> {
    const { pause } = context.services.candidates;
    return toPayload(await pause(viewerOf(context), { clientMutationId }), context);
  }
}

async function toPayload(
  { value, problems }: Outcome<string>,
  context: Context,
): Promise<MyProfilePayload> {
  if (value === null) return { me: null, userErrors: toUserErrors(problems) };
  const own = await context.services.candidates.readMe(viewerOf(context));
  return { me: own && toMyProfileView(own), userErrors: [] };
}
