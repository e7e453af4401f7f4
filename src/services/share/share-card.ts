import type { ShareChannel } from './channels';
import type { ShareFacts } from './share-facts';
import { picturePath, qrPath, shareUrl, shortPath } from './share-links';
import { shareText } from './share-text';

/** What somebody needs to share a vacancy on one channel. */
export interface ShareCard {
  readonly channel: ShareChannel;
  readonly text: string;
  readonly imageUrl: string;
  readonly shortUrl: string;
  readonly qrUrl: string;
  readonly shareUrl: string | null;
}

/** The card of a channel; `origin` stands before every path. */
export function toShareCard(channel: ShareChannel, facts: ShareFacts, origin: string): ShareCard {
  const shortUrl = `${origin}${shortPath(facts.verifyCode)}`;
  const text = shareText(channel, facts, shortUrl);
  return {
    ...{ channel, text, shortUrl },
    imageUrl: `${origin}${picturePath(facts.slug, channel, facts.lang)}`,
    qrUrl: `${origin}${qrPath(facts.slug, 'svg')}`,
    shareUrl: shareUrl(channel, text, shortUrl),
  };
}
