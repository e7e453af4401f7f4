import { buildFeed } from '../../src/http/feeds/build-feed';
import { renderItem } from '../../src/http/pages/vacancies/vacancy-item';
import { drawCard } from '../../src/http/share/pictures/draw-card';
import { sizeOf } from '../../src/http/share/pictures/sizes';
import { toShareFacts } from '../../src/services/share/share-facts';
import { toJobPosting } from '../../src/services/vacancies/job-posting/job-posting';
import { FIRST_OFFICE_ZONE, setOfficeZone } from '../../src/text/office-zone';

afterEach(() => setOfficeZone(FIRST_OFFICE_ZONE));

const now = new Date('2026-11-01T00:00:00Z');
// 23.30 in Jakarta, 00.30 the next day in Palu, 01.30 in Jayapura.
const instant = '2026-12-01T16:30:00.000Z';
const listed = {
  ...{ slug: 'las', title: 'Tukang las', isDemo: false, isRemote: false, employmentType: null },
  ...{ employer: { name: 'CV Baja', verification: 'VERIFIED' as const }, regions: [], wage: null },
  ...{ publishedAt: instant, validThrough: instant },
};

/** The day on which a vacancy ends by everything that tells it. */
function daysTold(): Record<string, string | undefined> {
  const shared = { verifyCode: '7K2M9QXD40', state: 'PUBLISHED', closedReason: null } as const;
  const facts = toShareFacts({ ...listed, ...shared, description: '' }, 'ID', now);
  const feed = buildFeed({
    ...{ lang: 'id', origin: 'https://padan.example', title: 'Las', path: '/lowongan' },
    ...{ paths: { atom: '/a', rss: '/r' }, since: now },
    items: [{ ...listed, description: '', updatedAt: instant }],
  });
  const dayIn = (text: string) => /\d+ Desember 2026/.exec(text)?.[0];
  return {
    list: dayIn(renderItem(listed, 'id', now).toString()),
    feed: dayIn(feed.atom1()),
    share: dayIn(facts.openUntil),
    picture: dayIn(drawCard(facts, sizeOf('og'), 'https://padan.example/l/7K2M9QXD40')),
  };
}

describe.each([
  ['Asia/Jakarta', '1 Desember 2026', '2026-12-01T23:30:00+07:00'],
  ['Asia/Makassar', '2 Desember 2026', '2026-12-02T00:30:00+08:00'],
  ['Asia/Jayapura', '2 Desember 2026', '2026-12-02T01:30:00+09:00'],
])('an office in %s', (zone, day, iso) => {
  beforeEach(() => setOfficeZone(zone));

  it('has its own day in lists, feeds, shared texts and pictures', () => {
    expect(daysTold()).toEqual({ list: day, feed: day, share: day, picture: day });
  });

  it('tells search engines its own day', () => {
    const posting = toJobPosting(
      {
        vacancy: {
          ...{ title: 'Tukang las', description: '', state: 'PUBLISHED', employmentType: null },
          ...{ openings: 1, filled: 0, isRemote: false, verifyCode: 'X', startsOn: null },
          ...{ wageMin: null, wageMax: null, wageUnit: null },
          ...{ publishedAt: new Date(instant), validThrough: new Date(instant) },
        },
        ...{ url: 'https://padan.example/lowongan/las', employerName: 'CV Baja' },
        ...{ occupation: null, places: [], requirements: [] },
      },
      now,
    );
    expect(posting).toMatchObject({ datePosted: iso, validThrough: iso });
  });
});
