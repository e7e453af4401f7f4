import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { errors } from '../../errors';
import type { Outcome } from '../../services/problems';
import { For } from '../audience';
import type { Context } from '../context';
import { EmployerView, toEmployerView } from '../employers/employer.view';
import { viewerOf } from '../guard';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeUuid } from '../node-id';
import { toUserErrors } from '../user-error.view';
import { toVacancyView, VacancyView } from '../vacancies/vacancy.view';
import {
  DeleteSavedSearchInput,
  MarkSearchSeenInput,
  SaveSearchInput,
  SearchDigestArgs,
} from './saved-search.input';
import {
  DigestLineView,
  SavedSearchPayload,
  SavedSearchView,
  SearchDigestConnection,
  SearchDigestEdge,
  toDigestView,
  toSavedSearchView,
} from './saved-search.view';

@Resolver(() => SavedSearchView)
export class SavedSearchResolver {
  @For('employer')
  @Query(() => [SavedSearchView], { description: 'The viewer’s saved searches, the oldest first.' })
  async savedSearches(@Ctx() context: Context): Promise<SavedSearchView[]> {
    const listed = await context.services.savedSearches.list(viewerOf(context));
    const { encode } = context.cursors.forStream('match events');
    return listed.map((search) => toSavedSearchView(search, encode));
  }

  @For('employer')
  @FieldResolver(() => EmployerView, {
    nullable: true,
    description: 'Only this employer; null = every one that the viewer acts for.',
  })
  async employer(
    @Root() { employerKey }: SavedSearchView,
    @Ctx() { loaders }: Context,
  ): Promise<EmployerView | null> {
    const employer = employerKey === null ? null : await loaders.employers.load(employerKey);
    return employer && toEmployerView(employer);
  }

  @For('employer')
  @Query(() => SearchDigestConnection, {
    description: 'The digests of the viewer’s saved searches, the newest first.',
  })
  async searchDigests(
    @Args() args: SearchDigestArgs,
    @Ctx() context: Context,
  ): Promise<SearchDigestConnection> {
    const named = args.savedSearchId ?? null;
    const id = named === null ? null : decodeUuid('SavedSearch', named, 'savedSearchId');
    const list = context.cursors.forList('searchDigests', [id]);
    const request = toSliceRequest<string>(args, list);
    const found = await context.services.savedSearches.listDigests(viewerOf(context), id, request);
    const { encode } = context.cursors.forStream('match events');
    return toSliceConnection(found, list, (digest) =>
      Object.assign(new SearchDigestEdge(), { node: toDigestView(digest, encode) }),
    );
  }

  @For('employer')
  @Mutation(() => SavedSearchPayload, {
    description: 'Saves a filter over match events from now on.',
  })
  async saveSearch(
    @Arg('input', () => SaveSearchInput, { description: 'The new search.' })
    { employerId, vacancyIds, ...input }: SaveSearchInput,
    @Ctx() context: Context,
  ): Promise<SavedSearchPayload> {
    const outcome = await context.services.savedSearches.save(viewerOf(context), {
      ...input,
      employerId: employerId ? decodeUuid('Employer', employerId, 'input.employerId') : null,
      vacancyIds:
        vacancyIds?.map((id, index) => decodeUuid('Vacancy', id, `input.vacancyIds.${index}`)) ??
        null,
    });
    return toPayload(outcome, context);
  }

  @For('employer')
  @Mutation(() => SavedSearchPayload, {
    description:
      'Counts what is new behind a cursor; one that lies before the present place changes nothing.',
  })
  async markSearchSeen(
    @Arg('input', () => MarkSearchSeenInput, { description: 'The search and the cursor.' })
    { clientMutationId, id, cursor }: MarkSearchSeenInput,
    @Ctx() context: Context,
  ): Promise<SavedSearchPayload> {
    const place = context.cursors.forStream('match events').decode(cursor);
    if (place === null) throw errors.cursor.bad();
    const searchId = decodeUuid('SavedSearch', id, 'input.id');
    const command = { clientMutationId, searchId, place };
    const { markSeen } = context.services.savedSearches;
    return toPayload(await markSeen(viewerOf(context), command), context);
  }

  @For('employer')
  @Mutation(() => SavedSearchPayload, { description: 'Removes a saved search with its digests.' })
  async deleteSavedSearch(
    @Arg('input', () => DeleteSavedSearchInput, { description: 'The search.' })
    { clientMutationId, id }: DeleteSavedSearchInput,
    @Ctx() context: Context,
  ): Promise<SavedSearchPayload> {
    const searchId = decodeUuid('SavedSearch', id, 'input.id');
    const { remove } = context.services.savedSearches;
    return toPayload(await remove(viewerOf(context), { clientMutationId, searchId }), context);
  }
}

@Resolver(() => DigestLineView)
export class DigestLineResolver {
  @For('employer')
  @FieldResolver(() => VacancyView, { description: 'The vacancy.' })
  async vacancy(
    @Root() { vacancyKey }: DigestLineView,
    @Ctx() { loaders }: Context,
  ): Promise<VacancyView> {
    const vacancy = await loaders.vacancies.load(vacancyKey);
    if (vacancy === null) throw errors.object.notFound('vacancy');
    return toVacancyView(vacancy);
  }
}

async function toPayload(
  { value, problems }: Outcome<string>,
  context: Context,
): Promise<SavedSearchPayload> {
  const [found] =
    value === null ? [] : await context.services.savedSearches.list(viewerOf(context), value);
  const { encode } = context.cursors.forStream('match events');
  return {
    savedSearch: found ? toSavedSearchView(found, encode) : null,
    userErrors: toUserErrors(problems),
  };
}
