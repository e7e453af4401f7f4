import { renderHome } from '../../../../src/http/pages/home/page';
import { aCandidate, aHome } from './home-fixture';

describe('renderHome', () => {
  it('escapes what a visitor typed', () => {
    const seeker = { ...aHome().seeker, skills: '"><script>alert(1)</script>', place: `'"<` };
    const page = renderHome(aHome({ seeker })).markup;
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</textarea>');
  });

  it('keeps words, place and language through the toggles', () => {
    const page = renderHome(aHome({ lang: 'en' })).markup;
    const toggles = /<form class="toggles".*?<\/form>/s.exec(page)?.[0] ?? '';
    const { skills, place } = aHome().seeker;
    expect(toggles).toContain(`<input type="hidden" name="skills" value="${skills}">`);
    expect(toggles).toContain(`<input type="hidden" name="place" value="${place}">`);
    expect(toggles).toContain('<input type="hidden" name="lang" value="en">');
    const values = [...toggles.matchAll(/<button name="without" value="(\w+)"/g)];
    expect(values.map((hit) => hit[1])).toEqual(['R1', 'R2', 'R3', 'R4']);
  });

  it('speaks Indonesian first and marks the language', () => {
    expect(renderHome(aHome()).markup).toContain('<html lang="id">');
    expect(renderHome(aHome({ lang: 'en' })).markup).toContain('<html lang="en">');
  });

  it('links each operation to the explorer as it ran', () => {
    const link =
      /href="(\/explorer\?[^"]*MatchMe[^"]*)"/.exec(renderHome(aHome()).markup)?.[1] ?? '';
    const url = new URL(link.replaceAll('&amp;', '&'), 'http://padan.test');
    expect(url.searchParams.get('query')).toBe(aHome().seeker.operation.query);
    expect(JSON.parse(url.searchParams.get('variables') ?? '')).toEqual(
      aHome().seeker.operation.variables,
    );
  });

  it('shows counts of five and more, and no person, with real data', () => {
    const { operation } = aHome().seeker;
    const counts = {
      totalCount: 3,
      facets: [
        {
          by: 'REGION',
          buckets: [
            { label: 'Kota Palu', count: 5634 },
            { label: 'Sigi', count: 4 },
          ],
        },
      ],
    };
    const page = renderHome(aHome({ employer: { kind: 'counts', operation, counts } })).markup;
    expect(page).toContain('kurang dari 5');
    expect(page).toContain('Kota Palu <b>5.634</b>');
    expect(page).not.toContain('Sigi');
    expect(page).not.toContain('class="candidates"');
    expect(page).not.toContain('contoh');
  });

  it('leads from a match to the page of the vacancy, in the language of the page', () => {
    const page = renderHome(aHome({ lang: 'en' })).markup;
    expect(page).toMatch(/<h4><a href="\/lowongan\/[a-z-]+\?lang=en">/);
  });

  it('names together what is not told of a person', () => {
    const home = aHome();
    if (home.employer?.kind !== 'demo') throw new Error('the fixture has a demo vacancy');
    const [first] = home.employer.vacancy.rankedCandidates.edges;
    if (!first?.node) throw new Error('the fixture tells of people');
    first.node.withheld = ['EXPERIENCE', 'DISTANCE'];
    expect(renderHome(home).markup).toMatch(
      /Pendidikan: [^·<]+ · Tidak ditampilkan: pengalaman, jarak</,
    );
  });

  it('marks newcomers when a requirement is left out', () => {
    const { employer } = aHome();
    if (employer?.kind !== 'demo') throw new Error('the fixture has a demo vacancy');
    const { vacancy } = employer;
    const baseline = vacancy.rankedCandidates;
    const [, ...rest] = baseline.edges;
    const edges = [aCandidate(1, 'k7q9newcomer', 3000), ...rest];
    const rankedCandidates = { ...baseline, totalEligible: 63, edges };
    const page = renderHome(
      aHome({
        employer: {
          ...employer,
          vacancy: { ...vacancy, rankedCandidates },
          baseline,
          without: 'R1',
        },
      }),
    ).markup;
    expect(page).toContain('baru di lima besar');
    expect(page).toContain('+22');
    expect(page).toContain('<s>Mengoperasikan mesin kasir</s>');
  });
});
