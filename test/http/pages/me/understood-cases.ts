import { officeDay } from '../../../../src/text/office-day';
import type { PlainBrowser } from './plain-browser';

interface People {
  /** Somebody new who is signed in, not registered. */
  signedIn: () => Promise<PlainBrowser>;
  registered: () => Promise<PlainBrowser>;
}

/** What the pages say of somebody's words, and of what they cannot show; inside a suite that has started the service. */
export function tellWhatWasUnderstood({ signedIn, registered }: People): void {
  const FACTS = [
    ['Pendidikan', 'SMK'],
    ['Pengalaman', '3 tahun'],
  ];
  const factsIn = (body: string) =>
    [...body.matchAll(/data-fact="(\w+)"><b>([^<]+)/g)].map(([, name, value]) => [name, value]);

  it('tells education and length of work too, and ticks no guess at misspelt words', async () => {
    const browser = await signedIn();
    const words = { kata: 'Tukang las 3 tahun, bisa menjahiit, lulusan SMK', tempat: 'Palu Timur' };
    const { body } = await browser.post('/saya', words);
    expect(factsIn(body)).toEqual(FACTS);
    expect(body).not.toContain('“lulusan');
    const begun = await browser.post('/saya/mulai', words);
    expect(factsIn(begun.body)).toEqual(FACTS);
    const guess = begun.body.match(/<input[^>]*><span>[^<]*<small>[^<]*“menjahiit”/)?.[0];
    expect(guess).toContain('name="komp"');
    expect(guess).not.toContain('checked');
  });

  it('chooses the work that the words name, as long as they say, and leaves what the person chose', async () => {
    const browser = await signedIn();
    const words = { kata: 'Pernah tukang las 3 tahun, lulusan SMK', tempat: 'Palu Timur' };
    const before = officeDay(new Date());
    await browser.post('/saya/mulai', words);
    const { fields } = browser.form('/saya/mulai/simpan');
    expect(browser.seen.body).toMatch(/<option value="[^"]+" selected>Tukang Las/i);
    expect(fields).toMatchObject({ pekerjaan: browser.choices('pekerjaan')[0], pendidikan: 'SMK' });
    const today = String(fields.sampai);
    // Midnight may come between.
    expect([before, officeDay(new Date())]).toContain(today);
    expect(Number(today.slice(0, 4)) - Number(String(fields.sejak).slice(0, 4))).toBe(3);
    expect(browser.seen.body).toContain('Dihitung dari lamanya yang Anda tulis');
    expect(browser.seen.body).toContain('Tidak Anda sebut sendiri, jadi belum dicentang');
    await browser.post('/saya/mulai', { ...fields, pekerjaan: '' });
    expect(browser.form('/saya/mulai/simpan').fields.pekerjaan).toBe('');
    await browser.post('/saya/mulai', words);
    await browser.submit('/saya/mulai/simpan', { nama: 'Orang Las (contoh)', setuju: 'ya' });
    expect(browser.seen.path).toBe('/saya?pesan=terdaftar-dicocokkan');
    const work = await browser.open('/saya/profil/kerja');
    expect(work.body).toContain(`${String(fields.sejak)} – ${today}`);
  });

  it('says why the address of the sign-in is not shown', async () => {
    const browser = await registered();
    const { body } = await browser.open('/saya/data');
    expect(body).toContain('hanya sebagai hash berkunci');
    expect(body).toMatch(/Anda masuk dengan <b>or…@example.com/);
    const missing = await browser.open('/saya/lowongan/_?lang=id');
    expect(missing.body).not.toContain('untuk address');
  });
}
