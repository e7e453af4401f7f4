import type { PostedPlace } from './facts';

type Json = Record<string, unknown>;

/** Where one goes to work. Source: Google's rules for `jobLocation`, of which the country is required. */
export function jobLocation({ province, regency }: PostedPlace): Json {
  return {
    '@type': 'Place',
    address: {
      '@type': 'PostalAddress',
      ...(regency === null ? {} : { addressLocality: regency }),
      ...(province === null ? {} : { addressRegion: province }),
      addressCountry: 'ID',
    },
  };
}

/** From where one may work. Source: Google's rules for `applicantLocationRequirements`. */
export function applicantLocation({ province, regency }: PostedPlace): Json {
  const names = [regency, province, 'Indonesia'].filter((name) => name !== null);
  const narrowest = province === null ? 'Country' : 'State';
  return {
    '@type': regency === null ? narrowest : 'City',
    name: names.join(', '),
  };
}

/** Without what is named twice: two districts of one city are one address. */
export function withoutRepeats(items: readonly Json[]): Json[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
