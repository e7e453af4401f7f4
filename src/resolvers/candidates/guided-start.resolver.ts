import { IsOptional, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import {
  type EvidenceStatus,
  type OccupationNecessity,
  type ProficiencyLevel,
  proficiencyLevels,
} from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import type { GuidedOccupation, TickBox, WorkedAs } from '../../services/candidates/guided-start';
import { For } from '../audience';
import type { Context, Loaders } from '../context';
import { EvidenceStatusEnum, OccupationNecessityEnum, ProficiencyLevelEnum } from '../enums';
import { viewerOf } from '../guard';
import { decodeKey } from '../node-id';
import { CompetencyView, toCompetencyView } from '../reference/competency.view';
import { presentMatches } from '../reference/concept.resolver';
import { ConceptSuggestion } from '../reference/concept.view';
import { OccupationView, toOccupationView } from '../reference/occupation.view';

const MAX_TITLE_LENGTH = 200;

@ArgsType()
class GuidedStartArgs {
  @IsOptional()
  @MaxLength(MAX_TITLE_LENGTH)
  @Field(() => String, {
    nullable: true,
    description: 'Pernah bekerja sebagai …? In everyday words: “satpam”, “tukang las”.',
  })
  text?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'The occupation, where it was chosen.' })
  occupationId?: string | null;
}

@ObjectType('TickBox', {
  description: 'A competency that the work needs, to be ticked.',
  simpleResolvers: true,
})
@For('candidate')
export class TickBoxView {
  @For('candidate')
  @Field(() => CompetencyView, { description: 'The competency.' })
  competency: CompetencyView;

  @For('candidate')
  @Field(() => OccupationNecessityEnum, { description: 'Whether the work goes without it.' })
  necessity: OccupationNecessity;

  @For('candidate')
  @Field(() => ProficiencyLevelEnum, { description: 'How well it is commanded as a rule.' })
  typicalLevel: ProficiencyLevel;

  @For('candidate')
  @Field(() => ProficiencyLevelEnum, {
    nullable: true,
    description: 'How well the person commands it; null = not in the profile.',
  })
  heldLevel: ProficiencyLevel | null;

  @For('candidate')
  @Field(() => EvidenceStatusEnum, {
    nullable: true,
    description: 'How that is known; null = not in the profile.',
  })
  heldEvidence: EvidenceStatus | null;
}

@ObjectType('GuidedOccupation', {
  description: 'Work that somebody did, and what it needs.',
  simpleResolvers: true,
})
@For('candidate')
export class GuidedOccupationView {
  @For('candidate')
  @Field(() => OccupationView, { description: 'The occupation.' })
  occupation: OccupationView;

  @For('candidate')
  @Field(() => [TickBoxView], { description: 'What it needs, the essential first.' })
  tickBoxes: TickBoxView[];
}

@ObjectType('GuidedStart', {
  description: 'What somebody can probably do; nothing is stored before `confirmCompetencies`.',
  simpleResolvers: true,
})
@For('candidate')
export class GuidedStartView {
  @For('candidate')
  @Field(() => [ConceptSuggestion], { description: 'What the words were taken for.' })
  understood: ConceptSuggestion[];

  @For('candidate')
  @Field(() => [GuidedOccupationView], { description: 'At most three; none = not understood.' })
  occupations: GuidedOccupationView[];
}

@Resolver()
export class GuidedStartResolver {
  @For('candidate')
  @Query(() => GuidedStartView, {
    description: 'From work that somebody did to what they can do, as boxes to tick.',
  })
  async guidedStart(
    @Args() args: GuidedStartArgs,
    @Ctx() context: Context,
  ): Promise<GuidedStartView> {
    const { services, loaders } = context;
    const workedAs = readWorkedAs(args);
    const found = await services.candidates.guidedStart(viewerOf(context), workedAs);
    const [understood, occupations] = await Promise.all([
      presentMatches(found.understood, loaders),
      Promise.all(found.occupations.map((one) => toGuidedOccupation(one, loaders))),
    ]);
    return { understood, occupations };
  }
}

/** Errors: BAD_USER_INPUT unless exactly one is given. */
function readWorkedAs({ text, occupationId }: GuidedStartArgs): WorkedAs {
  const words = text?.trim() ?? '';
  if ((words === '') === !occupationId) throw errors.input.invalid('text', reasons.textOrChosen);
  return occupationId
    ? { occupationId: decodeKey('Occupation', occupationId, 'occupationId') }
    : { text: words };
}

async function toGuidedOccupation(
  { occupation, tickBoxes }: GuidedOccupation,
  loaders: Loaders,
): Promise<GuidedOccupationView> {
  const boxes = await Promise.all(tickBoxes.map((box) => toTickBox(box, loaders)));
  return {
    occupation: toOccupationView(occupation),
    tickBoxes: boxes.filter((box) => box !== null),
  };
}

async function toTickBox(
  { need, held }: TickBox,
  { competencies }: Loaders,
): Promise<TickBoxView | null> {
  const competency = await competencies.load(need.competencyId);
  if (competency?.status !== 'ACTIVE') return null;
  return Object.assign(new TickBoxView(), {
    competency: toCompetencyView(competency),
    necessity: need.necessity,
    typicalLevel: proficiencyLevels[need.typicalLevel - 1],
    heldLevel: held && proficiencyLevels[held.level - 1],
    heldEvidence: held?.evidence ?? null,
  });
}
