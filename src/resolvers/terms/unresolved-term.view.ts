import { Field, Int, ObjectType } from 'type-graphql';
import { type TermOrigin, termOrigins } from '../../entities/vocabulary';
import type { UnresolvedWord } from '../../services/terms/list-unresolved';
import type { ConceptType } from '../../text/concepts';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { ConceptTypeEnum } from '../reference/concept.view';
import { DateTimeScalar } from '../scalars';

const originNames = {
  import: 'IMPORT',
  query: 'QUERY',
  employer: 'EMPLOYER',
} as const satisfies Record<TermOrigin, string>;
type OriginName = (typeof originNames)[TermOrigin];

const TermOriginEnum = enumOf(
  'TermOrigin',
  termOrigins.map((origin) => originNames[origin]),
  'Who used a word: an imported advertisement, somebody signed in who searched, an employer.',
);

@ObjectType('UnresolvedTerm', {
  description:
    'A word that nobody understood, of at least three accounts or advertisements; no word of `matchMe`.',
  simpleResolvers: true,
})
@For('office')
export class UnresolvedTermView {
  @For('office')
  @Field(() => String, { description: 'The word or words, in lower case.' })
  term: string;

  @For('office')
  @Field(() => ConceptTypeEnum, { description: 'What it seems to be.' })
  kind: ConceptType;

  @For('office')
  @Field(() => Int, { description: 'How many accounts and advertisements used it.' })
  count: number;

  @For('office')
  @Field(() => [TermOriginEnum], { description: 'By whom.' })
  origins: OriginName[];

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was counted first.' })
  firstSeenAt: Date;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was counted last.' })
  lastSeenAt: Date;
}

@ObjectType({ simpleResolvers: true, description: 'A word and its place in the list.' })
@For('office')
export class UnresolvedTermEdge extends edgeOf(UnresolvedTermView, 'office') {}

@ObjectType({ simpleResolvers: true, description: 'Words that nobody understood.' })
@For('office')
export class UnresolvedTermConnection extends connectionOf(UnresolvedTermEdge, 'office') {}

export const toUnresolvedTermView = ({ origins, ...word }: UnresolvedWord): UnresolvedTermView => ({
  ...word,
  origins: origins.map((origin) => originNames[origin]),
});
