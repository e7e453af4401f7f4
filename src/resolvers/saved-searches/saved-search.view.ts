import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SearchDigest } from '../../entities';
import type { DigestLine } from '../../entities/search-digest';
import { type DigestFrequency, digestFrequencies } from '../../entities/vocabulary';
import type { Verdict } from '../../matching/core/tally';
import type { ListedSearch, NewMatches } from '../../services/saved-searches/list-saved-searches';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { MatchVerdictEnum } from '../matching/match.view';
import { encodeNodeId } from '../node-id';
import { DateScalar, DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

export const DigestFrequencyEnum = enumOf(
  'DigestFrequency',
  digestFrequencies,
  'How often a saved search is summed up.',
  { DAILY: 'Once a night, when something happened', NONE: 'Never' },
);

@ObjectType('NewMatches', {
  description: 'How many people entered or rose on lists since somebody looked.',
  simpleResolvers: true,
})
@For('employer')
export class NewMatchesView {
  @For('employer')
  @Field(() => Int, { description: 'At most 100.' })
  count: number;

  @For('employer')
  @Field(() => Boolean, {
    description: 'False where there are more, and where older events are no longer kept.',
  })
  countIsExact: boolean;
}

@ObjectType('DigestLine', {
  description: 'What happened to the list of one vacancy.',
  simpleResolvers: true,
})
@For('employer')
export class DigestLineView {
  vacancyKey: string;

  @For('employer')
  @Field(() => Int, { description: 'How many entered.' })
  entered: number;

  @For('employer')
  @Field(() => Int, { description: 'How many rose.' })
  risen: number;

  @For('employer')
  @Field(() => Int, { description: 'How many left.' })
  left: number;
}

@ObjectType('SearchDigest', {
  description: 'What happened for a saved search since the digest before; kept for 30 days.',
  simpleResolvers: true,
})
@For('employer')
export class SearchDigestView {
  @For('employer')
  @Field(() => ID, { description: 'The saved search.' })
  savedSearchId: string;

  @For('employer')
  @Field(() => DateScalar, { description: 'The day on which the night began.' })
  night: string;

  @For('employer')
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  at: Date;

  @For('employer')
  @Field(() => String, { description: 'Cursor of the first event that it counts.' })
  firstCursor: string;

  @For('employer')
  @Field(() => String, { description: 'Cursor of the last event that it counts.' })
  lastCursor: string;

  @For('employer')
  @Field(() => [DigestLineView], {
    description:
      'The vacancies to whose lists something happened, of those that the viewer acts for.',
  })
  lines: DigestLineView[];
}

@ObjectType({ description: 'A digest in its place of the list.', simpleResolvers: true })
@For('employer')
export class SearchDigestEdge extends edgeOf(SearchDigestView, 'employer') {}

@ObjectType({ description: 'Digests, newest first.', simpleResolvers: true })
@For('employer')
export class SearchDigestConnection extends connectionOf(SearchDigestEdge, 'employer') {}

@ObjectType('SavedSearch', {
  description: 'A named filter over the match events of the viewer’s employers.',
  simpleResolvers: true,
})
@For('employer')
export class SavedSearchView {
  employerKey: string | null;

  @For('employer')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('employer')
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @For('employer')
  @Field(() => [ID], { nullable: true, description: 'Only these vacancies; null = all.' })
  vacancyIds: readonly string[] | null;

  @For('employer')
  @Field(() => MatchVerdictEnum, {
    description: 'Only matches at least as good; counts of several people always.',
  })
  minVerdict: Verdict;

  @For('employer')
  @Field(() => DigestFrequencyEnum, { description: 'How often it is summed up.' })
  frequency: DigestFrequency;

  @For('employer')
  @Field(() => String, {
    description: 'Everything up to here was seen: to go on with matchEvents.',
  })
  cursor: string;

  @For('employer')
  @Field(() => NewMatchesView, { description: 'What is behind `cursor`.' })
  newMatches: NewMatches;

  @For('employer')
  @Field(() => SearchDigestView, { nullable: true, description: 'The newest digest.' })
  lastDigest: SearchDigestView | null;

  @For('employer')
  @Field(() => DateTimeScalar, { description: 'When it was saved.' })
  createdAt: Date;
}

@ObjectType({ description: 'What became of a saved search.', simpleResolvers: true })
@For('employer')
export class SavedSearchPayload {
  @For('employer')
  @Field(() => SavedSearchView, {
    nullable: true,
    description: 'The search; null when refused, and when it is deleted.',
  })
  savedSearch: SavedSearchView | null;

  @For('employer')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

type EncodePlace = (place: number) => string;

const toLineView = ({ vacancyId, ...counts }: DigestLine): DigestLineView =>
  Object.assign(new DigestLineView(), { vacancyKey: vacancyId, ...counts });

export function toDigestView(digest: SearchDigest, encode: EncodePlace): SearchDigestView {
  return {
    savedSearchId: encodeNodeId('SavedSearch', digest.savedSearchId),
    night: digest.night,
    at: digest.createdAt,
    firstCursor: encode(Number(digest.firstPlace)),
    lastCursor: encode(Number(digest.lastPlace)),
    lines: digest.lines.map(toLineView),
  };
}

/** The view of a saved search; `encode` makes cursors of the match events. */
export function toSavedSearchView(
  { search, newMatches, lastDigest }: ListedSearch,
  encode: EncodePlace,
): SavedSearchView {
  const { id, name, employerId, vacancyIds, frequency, createdAt } = search;
  return Object.assign(new SavedSearchView(), {
    ...{ name, frequency, createdAt, newMatches },
    id: encodeNodeId('SavedSearch', id),
    employerKey: employerId,
    vacancyIds: vacancyIds?.map((vacancyId) => encodeNodeId('Vacancy', vacancyId)) ?? null,
    minVerdict: search.minVerdict as Verdict,
    cursor: encode(Number(search.seenPlace)),
    lastDigest: lastDigest && toDigestView(lastDigest, encode),
  });
}
