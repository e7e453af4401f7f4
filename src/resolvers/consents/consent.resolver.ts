import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../errors';
import { currentTexts } from '../../services/consents/texts';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { EmployerView, toEmployerView } from '../employers/employer.view';
import { viewerOf } from '../guard';
import { LangArg, langOf } from '../lang.arg';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { loadOptional } from '../loaders';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import { GrantConsentInput, WithdrawConsentInput } from './consent.input';
import {
  ConsentConnection,
  ConsentPayload,
  ConsentTextView,
  ConsentView,
  toConsentView,
} from './consent.view';

@Resolver(() => ConsentTextView)
export class ConsentTextResolver {
  @For('candidate')
  @Query(() => [ConsentTextView], {
    description: 'The words that can be agreed to now, one text a purpose.',
  })
  consentTexts(): ConsentTextView[] {
    return currentTexts().map(({ purpose, version, ...texts }) =>
      Object.assign(new ConsentTextView(), { purpose, version, texts }),
    );
  }

  @For('candidate')
  @FieldResolver(() => String, { description: 'The words.' })
  text(
    @Root() { texts }: ConsentTextView,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): string {
    return langOf(lang, context) === 'ID' ? texts.id : texts.en;
  }
}

@Resolver(() => ConsentView)
export class ConsentResolver {
  @For('candidate')
  @Query(() => ConsentConnection, {
    description: 'What the signed-in person agreed to, also what has ended.',
  })
  async consents(
    @Args() args: ConnectionArgs,
    @Ctx() context: Context,
  ): Promise<ConsentConnection> {
    const list = context.cursors.forList('consents');
    const request = toSliceRequest<string>(args, list);
    const slice = await context.services.consents.list(viewerOf(context), request);
    return toSliceConnection(slice, list, (listed) => ({ node: toConsentView(listed) }));
  }

  @For('candidate')
  @FieldResolver(() => EmployerView, { nullable: true, description: 'With whom it shares.' })
  async employer(@Root() view: ConsentView, @Ctx() { loaders }: Context) {
    const employer = await loadOptional(loaders.employers, view.employerKey);
    return employer && toEmployerView(employer);
  }

  @For('candidate')
  @FieldResolver(() => VacancyView, {
    nullable: true,
    description: 'For which vacancy; null = all of the employer, and one that is no longer public.',
  })
  async vacancy(@Root() view: ConsentView, @Ctx() { loaders }: Context) {
    const vacancy = await loadOptional(loaders.vacancies, view.vacancyKey);
    return vacancy && toVacancyView(vacancy);
  }

  @For('candidate')
  @Mutation(() => ConsentPayload, {
    description: 'Agrees to a text of `consentTexts`; who has agreed already agrees once.',
  })
  async grantConsent(
    @Arg('input', () => GrantConsentInput, { description: 'What is agreed to.' })
    { employerId, vacancyId, expiresAt, ...input }: GrantConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentPayload> {
    const outcome = await context.services.consents.grant(viewerOf(context), {
      ...input,
      employerId: employerId ? decodeUuid('Employer', employerId, 'input.employerId') : null,
      vacancyId: vacancyId ? decodeUuid('Vacancy', vacancyId, 'input.vacancyId') : null,
      expiresAt: expiresAt ?? null,
    });
    return toPayload(outcome, context);
  }

  @For('candidate')
  @Mutation(() => ConsentPayload, {
    description:
      'Takes a consent back, with every other to the same purpose and employer; from now on nothing rests on it.',
  })
  async withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, { description: 'The consent.' })
    { clientMutationId, id }: WithdrawConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentPayload> {
    const outcome = await context.services.consents.withdraw(viewerOf(context), {
      clientMutationId,
      consentId: decodeUuid('Consent', id, 'input.id'),
    });
    return toPayload(outcome, context);
  }
}

async function toPayload(
  { value, problems }: Outcome<string>,
  context: Context,
): Promise<ConsentPayload> {
  if (value === null) return { consent: null, userErrors: toUserErrors(problems) };
  const only = { first: 1, after: null };
  const { rows } = await context.services.consents.list(viewerOf(context), only, value);
  return { consent: rows[0] ? toConsentView(rows[0].item) : null, userErrors: [] };
}
