import type { Lang } from '../../errors';
import type { ShareChannel } from './channels';

/** The short link of a vacancy: it always leads to how it stands today. */
export const shortPath = (verifyCode: string) => `/l/${encodeURIComponent(verifyCode)}`;
export const verifyPath = (verifyCode: string) => `/cek/${encodeURIComponent(verifyCode)}`;
/** A picture for a channel; OG is the card of a pasted link. */
export const picturePath = (slug: string, channel: ShareChannel | 'OG', lang: Lang) =>
  `/gambar/${encodeURIComponent(slug)}/${channel.toLowerCase()}.png${lang === 'EN' ? '?lang=en' : ''}`;
export const qrPath = (slug: string, type: 'svg' | 'png') =>
  `/gambar/${encodeURIComponent(slug)}/qr.${type}`;

/** The address at which a channel takes a text to share; null for those that take none. */
export function shareUrl(channel: ShareChannel, text: string, link: string): string | null {
  const query = (values: Record<string, string>) => new URLSearchParams(values).toString();
  switch (channel) {
    case 'WHATSAPP':
      return `https://wa.me/?${query({ text })}`;
    case 'TELEGRAM':
      return `https://t.me/share/url?${query({ url: link, text: text.replaceAll(link, '').trim() })}`;
    case 'FACEBOOK':
      return `https://www.facebook.com/sharer/sharer.php?${query({ u: link })}`;
    case 'X':
      return `https://x.com/intent/post?${query({ text })}`;
    case 'INSTAGRAM':
    case 'PRINT':
      return null;
  }
}
