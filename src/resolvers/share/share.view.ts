import { Field, ObjectType } from 'type-graphql';
import { type ShareChannel, shareChannels } from '../../services/share/channels';
import { For } from '../audience';
import { enumOf } from '../enums';

export const ShareChannelEnum = enumOf(
  'ShareChannel',
  shareChannels,
  'Where a vacancy is shared.',
  {
    PRINT: 'A sheet of paper, A4',
  },
);

@ObjectType('ShareCard', {
  description: 'What somebody needs to share a vacancy on one channel, as it stands now.',
  simpleResolvers: true,
})
@For('public')
export class ShareCardView {
  @For('public')
  @Field(() => ShareChannelEnum, { description: 'The channel.' })
  channel: ShareChannel;

  @For('public')
  @Field(() => String, {
    description:
      'Text to copy, plain, within the length of the channel, with the short link and the code; of a closed vacancy it says so.',
  })
  text: string;

  @For('public')
  @Field(() => String, {
    description: 'A picture (PNG) in the size of the channel; crossed out once it is closed.',
  })
  imageUrl: string;

  @For('public')
  @Field(() => String, { description: 'Always leads to how the vacancy stands today.' })
  shortUrl: string;

  @For('public')
  @Field(() => String, { description: 'The short link as a QR code (SVG).' })
  qrUrl: string;

  @For('public')
  @Field(() => String, {
    nullable: true,
    description: 'Opens the channel with the text; null where a channel takes none.',
  })
  shareUrl: string | null;
}
