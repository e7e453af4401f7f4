import { Client } from 'pg';
import type { SeekerWorld, Wanted } from '../../../web/seeker-world';
import { codesIn, PlainBrowser } from './plain-browser';

interface Parts {
  app: () => SeekerWorld;
  /** Somebody new who is signed in, not registered. */
  signedIn: () => Promise<PlainBrowser>;
  registered: () => Promise<PlainBrowser>;
}

/** How a vacancy comes to stand, what the pages say of it, and what the refusal of an application. */
const STANDINGS = [
  [`valid_through = now() - interval '1 day'`, 'Batas waktunya sudah lewat', 'batas waktunya'],
  [`state = 'PAUSED'`, 'sedang dijeda', 'sedang menjedanya'],
  [`state = 'FILLED', closed_reason = 'FILLED_HERE'`, 'Sudah terisi', 'sudah terisi'],
  [`state = 'CLOSED', closed_reason = 'FRAUD'`, 'Iklan ini penipuan', 'karena penipuan'],
] as const;
const OPEN = `state = 'PUBLISHED', closed_reason = NULL, valid_through = now() + interval '9 days'`;

/** What the pages say of vacancies for which nobody can apply; inside a suite that has started the service. */
export function tellHowVacanciesStand({ app, signedIn, registered }: Parts): void {
  /** Past the rules of the service. */
  const write = async (sql: string, { slug }: Wanted) => {
    const client = new Client({ connectionString: app().ownerUrl });
    await client.connect();
    await client.query(sql, [slug]);
    await client.end();
  };
  const change = (values: string, wanted: Wanted) =>
    write(`UPDATE vacancies SET ${values} WHERE slug = $1`, wanted);
  const verify = (verification: string, wanted: Wanted) =>
    write(
      `UPDATE employers SET verification = '${verification}'
       WHERE id = (SELECT employer_id FROM vacancies WHERE slug = $1)`,
      wanted,
    );

  it('are kept apart where nobody can apply, and the person learns why', async () => {
    const wanted = await app().findWanted();
    const browser = await registered();
    const at = `/saya/lowongan/${wanted.slug}`;
    await browser.open(at);
    const { action, fields } = browser.form(`${at}/lamar`);
    for (const [values, shown, refused] of STANDINGS) {
      await change(values, wanted);
      const { body } = await browser.open(at);
      expect([values, body.includes(shown), body.includes(action)]).toEqual([values, true, false]);
      const anybody = await new PlainBrowser(app().address).open(`/saya?lowongan=${wanted.slug}`);
      expect([values, anybody.body.includes(shown)]).toEqual([values, true]);
      const seen = await browser.post(action, { ...fields, bagi: '1', pesan: values });
      expect([codesIn(seen.body), seen.body.includes(refused)]).toEqual([['VACANCY_CLOSED'], true]);
      await change(OPEN, wanted);
    }
    expect((await browser.open(at)).body).toContain(action);
    await verify('PENDING', wanted);
    const unchecked = await browser.open(at);
    await verify('VERIFIED', wanted);
    expect(unchecked.body).toContain('belum memeriksa pemberi kerja ini');
    expect(unchecked.body).not.toContain(action);
  });

  it('are told about after a registration that began with a shared link', async () => {
    const wanted = await app().findWanted();
    const browser = await signedIn();
    const words = { kata: `Pernah ${wanted.occupation} 3 tahun`, tempat: 'Palu Timur' };
    await browser.post('/saya/mulai', { ...words, lowongan: wanted.slug });
    await browser.submit('/saya/mulai/simpan', { nama: 'Orang Tautan (contoh)', setuju: 'ya' });
    expect(browser.seen.path).toBe(`/saya/lowongan/${wanted.slug}?pesan=terdaftar-lowongan`);
    expect(browser.seen.body).toContain('Halaman ini tentang lowongan dari tautan tadi');
  });
}
