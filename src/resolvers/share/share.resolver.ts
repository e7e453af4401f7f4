import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Lang } from '../../errors';
import { errors } from '../../errors';
import { type ShareChannel, shareChannels } from '../../services/share/channels';
import { toShareCard } from '../../services/share/share-card';
import { isShareable, toShareFacts } from '../../services/share/share-facts';
import { For } from '../audience';
import type { Context } from '../context';
import { LangArg, langOf } from '../lang.arg';
import { loadKnown } from '../loaders';
import { VacancyView } from '../vacancies/vacancy.view';
import { ShareCardView, ShareChannelEnum } from './share.view';

@ArgsType()
class ShareKitArgs {
  @ArrayMinSize(1)
  @ArrayMaxSize(shareChannels.length)
  @ArrayUnique()
  @Field(() => [ShareChannelEnum], { description: 'For which, each once.' })
  channels: ShareChannel[];
}

@Resolver(() => VacancyView)
export class ShareResolver {
  @For('public')
  @FieldResolver(() => [ShareCardView], {
    complexity: 5,
    description:
      'Texts, pictures and links to share it, in the order of the channels; none while the public does not see it.',
  })
  async shareKit(
    @Root() view: VacancyView,
    @Args() { channels }: ShareKitArgs,
    @LangArg() lang: Lang | null,
    @Ctx() context: Context,
  ): Promise<ShareCardView[]> {
    const { loaders, services, origin } = context;
    if (!isShareable(view.state)) return [];
    const employer = await loaders.employers.load(view.employerKey);
    if (employer === null) throw errors.object.notFound('employer');
    const places = await loaders.vacancyRegions.load(view.key);
    const codes = places.map((place) => place.regionCode);
    const regions = await loadKnown(loaders.regions, codes);
    const shared = { ...view, employer, regions };
    const facts = toShareFacts(shared, langOf(lang, context), services.clock.now());
    return channels.map((channel) =>
      Object.assign(new ShareCardView(), toShareCard(channel, facts, origin)),
    );
  }
}
