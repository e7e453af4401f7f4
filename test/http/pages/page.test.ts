import { renderHome } from '../../../src/http/pages/home/page';
import { aHome } from './home-fixture';

describe('renderHome', () => {
  it('escapes what a visitor typed', () => {
    const seeker = { ...aHome().seeker, skills: '"><script>alert(1)</script>', place: `'"<` };
    const page = renderHome(aHome({ seeker }));
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</textarea>');
  });

  it('keeps words, place and language in every toggle', () => {
    const page = renderHome(aHome({ lang: 'en' }));
    const toggles = [...page.matchAll(/href="(\/\?[^"]*without=R\d[^"]*)"/g)].map(
      (hit) => new URL((hit[1] ?? '').replaceAll('&amp;', '&'), 'http://padan.test'),
    );
    expect(toggles.map((url) => url.searchParams.get('without'))).toEqual(['R1', 'R2', 'R3', 'R4']);
    for (const url of toggles) {
      expect(url.searchParams.get('skills')).toBe(aHome().seeker.skills);
      expect(url.searchParams.get('lang')).toBe('en');
      expect(url.hash).toBe('#employer');
    }
  });

  it('speaks Indonesian first and marks the language', () => {
    expect(renderHome(aHome())).toContain('<html lang="id">');
    expect(renderHome(aHome({ lang: 'en' }))).toContain('<html lang="en">');
  });

  it('links each operation to the explorer as it ran', () => {
    const link = /href="(\/explorer\?[^"]*MatchMe[^"]*)"/.exec(renderHome(aHome()))?.[1] ?? '';
    const url = new URL(link.replaceAll('&amp;', '&'), 'http://padan.test');
    expect(url.searchParams.get('query')).toBe(aHome().seeker.operation.query);
    expect(JSON.parse(url.searchParams.get('variables') ?? '')).toEqual(
      aHome().seeker.operation.variables,
    );
  });

  it('shows counts of five and more, and no person, with real data', () => {
    const { operation } = aHome().seeker;
    const page = renderHome(
      aHome({
        demo: false,
        employer: { kind: 'counts', operation, openVacancies: 5634, activePeople: 3 },
      }),
    );
    expect(page).toContain('5.634');
    expect(page).toContain('kurang dari 5');
    expect(page).not.toContain('class="candidates"');
    expect(page).not.toContain('rekaan');
  });

  it('marks newcomers when a requirement is left out', () => {
    const { employer } = aHome();
    if (employer?.kind !== 'demo') throw new Error('the fixture has a demo vacancy');
    const [first, ...rest] = employer.ranking.edges;
    if (first === undefined) throw new Error('the fixture has candidates');
    const newcomer = { ...first, node: { ...first.node, handle: 'newcomer' } };
    const ranking = { ...employer.ranking, totalEligible: 63, edges: [newcomer, ...rest] };
    const page = renderHome(
      aHome({ employer: { ...employer, ranking, baseline: employer.ranking, without: 'R1' } }),
    );
    expect(page).toContain('baru di lima besar');
    expect(page).toContain('+22');
    expect(page).toContain('<s>Mengoperasikan mesin kasir</s>');
  });
});
