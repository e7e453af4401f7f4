import { Client } from 'pg';
import { waitUntil } from '../../../../src/embedded/processes';
import { cookieSeal } from '../../../../src/http/pages/me/session/sealed-session';
import { type SeekerWorld, startSeekerWorld, type Wanted } from '../../../web/seeker-world';
import { codesIn, type Fields, PlainBrowser, type SeenForm } from './plain-browser';
import { tellHowVacanciesStand } from './standing-cases';
import { tellWhatWasUnderstood } from './understood-cases';

let app: SeekerWorld;
beforeAll(async () => {
  app = await startSeekerWorld();
});
afterAll(() => app.stop());

let people = 0;
const codeOf = () => app.sent.at(-1)?.code ?? '';

/** A browser in which the code was sent and not yet entered. */
async function withCode(): Promise<PlainBrowser> {
  people += 1;
  const browser = new PlainBrowser(app.address);
  await browser.open('/saya/masuk');
  await browser.submit('/saya/masuk/kode', { alamat: `orang${people}@example.com` });
  return browser;
}

/** Somebody new who is signed in, not registered. */
async function signedIn(): Promise<PlainBrowser> {
  const browser = await withCode();
  await browser.submit('/saya/masuk/selesai', { kode: codeOf() });
  return browser;
}

/** Somebody who looks for work. */
async function registered(): Promise<PlainBrowser> {
  const browser = await signedIn();
  await browser.submit('/saya/mulai/simpan', { tempat: 'Palu Timur' });
  await browser.submit('/saya/mulai/simpan', {
    ...{ nama: 'Orang Uji (contoh)', lahir: '1990-01-02', wilayah: '72.71.01', setuju: 'ya' },
  });
  return browser;
}

const SOON_MS = 60_000;

/** Somebody who can do all that a vacancy asks for, and stands in its order. */
async function fitting({ occupation, skills }: Wanted): Promise<PlainBrowser> {
  const browser = await signedIn();
  const words = { kata: `Pernah ${occupation}, ${skills.join(', ')}`, tempat: 'Palu Timur' };
  await browser.post('/saya/mulai', words);
  await browser.submit('/saya/mulai/simpan', {
    ...{ nama: 'Orang Cocok (contoh)', lahir: '1990-01-02', pendidikan: 'S1', setuju: 'ya' },
    ...{ pekerjaan: browser.choices('pekerjaan')[0] ?? '', sejak: '2008-01-01' },
    komp: browser.choices('komp'),
  });
  const hasMatches = async () => (await browser.open('/saya')).body.includes('<li class="match"');
  if (!(await waitUntil(hasMatches, SOON_MS))) throw new Error('nobody was matched');
  return browser;
}

const sessionOf = (browser: PlainBrowser) => browser.cookies.get('padan')?.value ?? '';

/** Another browser that holds nothing but a cookie. */
function holding(value: string): PlainBrowser {
  const browser = new PlainBrowser(app.address);
  browser.cookies.set('padan', { value, path: '/saya' });
  return browser;
}

const raw = (path: string, headers: Record<string, string>) =>
  fetch(`${app.address}${path}`, { headers, redirect: 'manual' });

describe('the session of the seeker’s pages', () => {
  it('begins with a code, in a cookie that scripts cannot read and the API never gets', async () => {
    const browser = await withCode();
    const before = sessionOf(browser);
    const { action, fields } = browser.form('/saya/masuk/selesai');
    const response = await fetch(`${app.address}${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: app.address,
        cookie: `padan=${before}`,
      },
      body: new URLSearchParams({ ...fields, kode: codeOf() } as Record<string, string>),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(response.headers.getSetCookie()).toHaveLength(1);
    expect(cookie).toMatch(/^padan=[\w-]+; Path=\/saya; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(before);
    // What was known before the sign-in opens nothing after it.
    expect((await holding(before).open('/saya/data')).path).toMatch(/^\/saya\/masuk/);
  });

  it('remembers an own device, and asks of no other for more than a browser keeps', async () => {
    const browser = await withCode();
    await browser.submit('/saya/masuk/selesai', { kode: codeOf(), hp: 'ya' });
    expect(browser.cookies.get('padan-hp')?.path).toBe('/saya/masuk');
    const shared = await signedIn();
    expect([...shared.cookies.keys()]).toEqual(['padan']);
  });

  it('leads whoever is not signed in to the sign-in and back, and nowhere else', async () => {
    const browser = new PlainBrowser(app.address);
    for (const page of ['data', 'profil', 'lamaran', 'persetujuan', 'hapus', 'lowongan/x-1']) {
      expect((await browser.open(`/saya/${page}`)).ways).toEqual([
        `GET /saya/${page} 303`,
        'GET /saya/masuk 200',
      ]);
      expect(browser.form('/saya/masuk/kode').fields.lanjut).toBe(`/saya/${page}`);
    }
    for (const lanjut of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/saya/../explorer',
      '/saya/lowongan/..%2f..%2fx',
      'javascript:alert(1)',
      '/saya\r\nSet-Cookie: a=b',
    ]) {
      await browser.open(`/saya/masuk?lanjut=${encodeURIComponent(lanjut)}`);
      expect(browser.form('/saya/masuk/kode').fields.lanjut).toBe('/saya');
    }
    const signed = await signedIn();
    await signed.open('/saya/masuk?lanjut=//evil.example');
    expect(signed.seen.path).toBe('/saya/mulai');
    expect((await signed.open('/saya/lowongan/..%2f..%2fevil')).status).toBe(404);
  });

  it('takes no cookie that is tampered with, foreign, of another purpose or doubled', async () => {
    const browser = await signedIn();
    const good = sessionOf(browser);
    const flipped = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
    const foreign = cookieSeal('another secret of somebody else').seal({
      ...{ secret: 's', refreshToken: 'r', label: null, askedBy: null },
      ...{ isOwnDevice: true, until: Date.now() + 1e9 },
    });
    const own = await withCode();
    await own.submit('/saya/masuk/selesai', { kode: codeOf(), hp: 'ya' });
    const device = own.cookies.get('padan-hp')?.value ?? '';
    for (const value of ['', 'x', '%00', flipped, foreign, device, 'A'.repeat(9_000)]) {
      const seen = await holding(value).open('/saya/data');
      expect(seen.ways).toEqual(['GET /saya/data 303', 'GET /saya/masuk 200']);
    }
    const twice = await raw('/saya/mulai', { cookie: `padan=${good}; padan=${good}` });
    expect(twice.status).toBe(303);
    expect((await raw('/saya/mulai', { cookie: `padan=${good}` })).status).toBe(200);
  });

  it('goes on for pages that are loaded at one time, and for a token that ends meanwhile', async () => {
    const browser = await signedIn();
    const value = sessionOf(browser);
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => raw('/saya/mulai', { cookie: `padan=${value}` })),
    );
    expect(seen.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect((await browser.open('/saya/mulai')).status).toBe(200);
  });

  it('ends everywhere with the sign-out', async () => {
    const browser = await signedIn();
    const copy = holding(sessionOf(browser));
    expect((await copy.open('/saya/mulai')).path).toBe('/saya/mulai');
    await browser.open('/saya/keluar');
    await browser.submit('/saya/keluar');
    expect(browser.seen.path).toBe('/saya/selesai');
    expect(browser.cookies.size).toBe(0);
    expect((await copy.open('/saya/mulai')).path).toMatch(/^\/saya\/masuk/);
  });

  it('ends with the account, also for forms that were open', async () => {
    const browser = await registered();
    const copy = holding(sessionOf(browser));
    await copy.open('/saya/profil');
    const open = copy.form('/saya/profil/simpan');
    browser.cookies.set('padan-hp', { value: 'own', path: '/saya/masuk' });
    await browser.open('/saya/hapus');
    await browser.submit('/saya/hapus', { 'kata-hapus': ' hapus ' });
    expect(browser.seen.path).toBe('/saya/selesai?apa=hapus');
    expect(browser.cookies.size).toBe(0);
    expect((await copy.post(open.action, { ...open.fields, nama: 'Hantu' })).status).toBe(403);
    expect((await copy.open('/saya/data')).path).toMatch(/^\/saya\/masuk/);
  });

  it('is nothing to the API', async () => {
    const browser = await registered();
    const cookie = `padan=${sessionOf(browser)}`;
    const asked = { query: '{ me { fullName } viewer { displayName } }' };
    const posted = await fetch(`${app.address}/graphql/candidate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(asked),
    });
    const { data } = (await posted.json()) as { data: { viewer: unknown } | null };
    expect(data?.viewer ?? null).toBeNull();
    const got = await raw(`/graphql/candidate?query=${encodeURIComponent('{ __typename }')}`, {
      cookie,
    });
    expect(got.status).toBe(400);
  });
});

describe('what was understood', () => tellWhatWasUnderstood({ signedIn, registered }));

describe('a form', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'none' },
    { referer: 'https://evil.example/saya' },
    {},
  ];

  it('is refused when it does not come from a page of ours', async () => {
    const browser = await registered();
    await browser.open('/saya/hapus');
    const { action, fields } = browser.form('/saya/hapus');
    const word = { ...fields, 'kata-hapus': 'HAPUS' };
    for (const headers of foreign) {
      expect((await browser.post(action, word, headers)).status).toBe(403);
    }
    // Signing somebody in as somebody else is no smaller thing.
    const other = await withCode();
    const entry = other.form('/saya/masuk/selesai');
    for (const headers of foreign) {
      const seen = await other.post(entry.action, { ...entry.fields, kode: codeOf() }, headers);
      expect(seen.status).toBe(403);
    }
    for (const path of ['/saya', '/saya/masuk', '/saya/keluar', '/saya/mulai']) {
      expect((await browser.post(path, {}, { origin: 'https://evil.example' })).status).toBe(403);
    }
    expect((await browser.open('/saya/profil')).status).toBe(200);
  });

  it('is refused without the proof of its session, and with somebody else’s', async () => {
    const browser = await registered();
    const other = await registered();
    await other.open('/saya/hapus');
    const theirs = other.form('/saya/hapus').fields;
    const forms: Fields[] = [{}, { t: '' }, { t: 'x.y' }, theirs];
    for (const fields of forms) {
      const seen = await browser.post('/saya/hapus', { ...fields, 'kata-hapus': 'HAPUS' });
      expect(seen.status).toBe(403);
    }
    expect((await browser.open('/saya/profil')).status).toBe(200);
  });

  it('gives back what was typed at length when its session is over', async () => {
    const browser = await registered();
    const typed = 'Saya bekerja sebelas tahun di toko itu dan ingin kembali bekerja.';
    const seen = await browser.post('/saya/lowongan/x/lamar', { pesan: typed, t: 'lama' });
    expect(seen.status).toBe(403);
    expect(seen.body).toContain(typed);
  });

  it('changes nothing more when it is sent twice', async () => {
    const browser = await withCode();
    const before = app.sent.length;
    const again = browser.form('/saya/masuk/kode');
    await browser.post(again.action, again.fields);
    await browser.post(again.action, again.fields);
    expect(app.sent.length).toBe(before + 1);
    const { action, fields } = browser.form('/saya/masuk/selesai');
    const form = { ...fields, kode: codeOf() };
    const [one, two] = await Promise.all([browser.post(action, form), browser.post(action, form)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    await browser.open('/saya/mulai');
    await browser.submit('/saya/mulai/simpan', { tempat: 'Palu Timur' });
    const start: SeenForm = browser.form('/saya/mulai/simpan');
    const person = { nama: 'Orang Uji (contoh)', wilayah: '72.71.01', setuju: 'ya' };
    await browser.post(start.action, { ...start.fields, ...person });
    expect((await browser.post(start.action, { ...start.fields, ...person })).status).toBe(200);
  });

  it('keeps what was typed for every refusal that it can meet', async () => {
    const browser = await registered();
    await browser.open('/saya/profil');
    const refused: [Record<string, string>, string][] = [
      [{ telepon: '12' }, 'ADDRESS_INVALID'],
      [{ lahir: '2015-01-01' }, 'GUARDIAN_CONSENT_REQUIRED'],
      [{ lahir: '2026-02-30' }, 'BAD_USER_INPUT'],
      [{ wilayah: '99.99' }, 'UNKNOWN_REFERENCE'],
      [{ upah: '-1' }, 'BAD_USER_INPUT'],
      [{ edisi: '99' }, 'CONFLICT'],
      [{ nama: 'Nol \u0000 byte' }, 'BAD_USER_INPUT'],
    ];
    for (const [fields, code] of refused) {
      await browser.open('/saya/profil');
      const seen = await browser.submit('/saya/profil/simpan', { nama: 'Nama Baru', ...fields });
      expect([seen.status, codesIn(seen.body)]).toEqual([422, [code]]);
      if (!('nama' in fields)) expect(seen.body).toContain('Nama Baru');
    }
    const stranger = await withCode();
    for (let times = 0; times < 3; times++) {
      await stranger.open('/saya/masuk');
      await stranger.submit('/saya/masuk/kode', { alamat: `orang${people}@example.com` });
    }
    expect(stranger.seen.body).toContain('data-code="TOO_MANY_CODES"');
    expect(stranger.seen.body).toContain(`value="orang${people}@example.com"`);
  });
});

describe('what somebody types', () => {
  const corpus = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)' autofocus='",
    '</textarea><svg onload=alert(1)>',
    'javascript:alert(1)',
    '</title><iframe src=//evil.example>',
    '<!--<style>*{display:none}</style>-->',
    '{{constructor.constructor("alert(1)")()}}',
  ];

  it('is text and nothing else, on every page that repeats it', async () => {
    const browser = await registered();
    for (const words of corpus) {
      const seen = [
        await browser.post('/saya', { kata: words, tempat: words, lowongan: words }),
        await browser.post('/saya/masuk', { kata: words, tempat: words, lanjut: words }),
        await browser.post('/saya/mulai', { kata: words, tempat: words, nama: words }),
        await browser.open(`/saya?lang=en&lowongan=${encodeURIComponent(words)}&pesan=${words}`),
      ];
      await browser.open('/saya/profil');
      seen.push(await browser.submit('/saya/profil/simpan', { nama: words, telepon: words }));
      for (const { body, headers } of seen) {
        expect(body).not.toMatch(/<(script|img|iframe|svg onload)|<style>\*/);
        if (/[<"']/.test(words)) expect(body).not.toContain(words);
        expect(headers.get('content-security-policy')).toMatch(/default-src 'none'/);
        expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
      }
    }
    await browser.open('/saya/profil');
    await browser.submit('/saya/profil/simpan', { nama: corpus[0] ?? '' });
    expect((await browser.open('/saya/data')).body).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    );
  });

  it('stands in no address, cookie or cache', async () => {
    const browser = new PlainBrowser(app.address);
    const words = 'saya pandai menyulam benang emas';
    const seen = await browser.post('/saya', { kata: words, tempat: 'Palu' });
    expect(seen.path).toBe('/saya');
    await browser.submit('/saya/masuk');
    expect(browser.seen.path).toBe('/saya/masuk');
    expect(browser.form('/saya/masuk/kode').fields.kata).toBe(words);
    expect(browser.seen.headers.get('cache-control')).toBe('private, no-store');
    expect(browser.seen.headers.get('referrer-policy')).toBe('same-origin');
    expect(browser.seen.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is taken as a form alone', async () => {
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const response = await fetch(`${app.address}/saya`, {
        method: 'POST',
        headers: { 'content-type': type, origin: app.address },
        body: '{"kata":"las"}',
      });
      expect(response.status).toBe(400);
    }
  });
});

describe('a person and a vacancy', () => {
  tellHowVacanciesStand({ app: () => app, signedIn, registered });
  it('are in touch by an invitation, which is answered with or without a consent', async () => {
    const wanted = await app.findWanted();
    const browser = await fitting(wanted);
    await app.services.matching.sealEveryRanking(new AbortController().signal);
    await app.inviteFirst(wanted, 'Mari melamar <b>di sini</b>');
    expect((await browser.open('/saya')).body).toContain('Ada undangan');
    await browser.open('/saya/lamaran');
    expect(browser.seen.body).toContain('Mari melamar &lt;b&gt;di sini&lt;/b&gt;');
    await browser.submit('/saya/lamaran/terima');
    expect(codesIn(browser.seen.body)).toEqual(['CONSENT_REQUIRED']);
    await browser.submit('/saya/lamaran/terima', { bagi: '1' });
    expect(browser.seen.body).toContain('data-state="SUBMITTED"');
    await browser.submit('/saya/lamaran/tarik');
    expect(browser.seen.body).toContain('data-state="WITHDRAWN"');
  });

  it('part over a ranking that the person objects to', async () => {
    const wanted = await app.findWanted();
    const browser = await registered();
    const at = `/saya/lowongan/${wanted.slug}`;
    await browser.open(at);
    expect(browser.seen.body).toContain('class="c-FAIL"');
    await browser.submit(`${at}/keberatan`, { alasan: 'Saya punya pengalaman itu.' });
    expect(browser.seen.path).toBe(`${at}?pesan=keberatan`);
    expect(browser.seen.body).toContain('Saya punya pengalaman itu.');
    await browser.submit(`${at}/keberatan/tarik`);
    expect(browser.seen.body).toContain('Keberatan ditarik');
    expect((await browser.open('/saya/lowongan/tidak-ada')).status).toBe(404);
    expect((await browser.open(`${at}/tanda-terima`)).status).toBe(404);
  });
});

describe('the own record', () => {
  it('stays small for whoever has listed most, and loses what is ticked', async () => {
    const browser = await registered();
    const found = await fetch(`${app.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ competencies(first: 100) { edges { node { id } } } }' }),
    });
    const { data } = (await found.json()) as {
      data: { competencies: { edges: { node: { id: string } }[] } };
    };
    const ids = data.competencies.edges.map(({ node }) => node.id);
    await browser.open('/saya/mulai');
    await browser.submit('/saya/mulai/simpan', { komp: ids, nama: '' });
    await browser.open('/saya/profil/kemampuan');
    const held = browser.choices('hapus');
    expect(held).toHaveLength(100);
    // 200 are the most that a person holds.
    expect(Buffer.byteLength(browser.seen.body)).toBeLessThan(42_000);
    await browser.submit('/saya/profil/kemampuan', { hapus: held.slice(0, 90) });
    expect(browser.choices('hapus')).toHaveLength(10);
  });

  it('lists work with the occupation that its title may mean', async () => {
    const browser = await registered();
    await browser.open('/saya/profil/kerja');
    const work = { judul: 'satpam malam', sejak: '2020-01-01' };
    await browser.submit('/saya/profil/kerja', work);
    expect(codesIn(browser.seen.body)).toEqual(['OCCUPATION_NEEDED']);
    await browser.submit('/saya/profil/kerja');
    expect(browser.seen.path).toBe('/saya/profil/kerja?pesan=tersimpan');
    expect(browser.seen.body).toContain('satpam malam');
    await browser.submit('/saya/profil/kerja/hapus', { hapus: '0' });
    expect(browser.seen.body).not.toContain('satpam malam');
  });

  it('asks a new device for the date of birth, and sends whoever does not know it to the office', async () => {
    await registered();
    const address = `orang${people}@example.com`;
    const stranger = new PlainBrowser(app.address);
    await stranger.open('/saya/masuk');
    await stranger.submit('/saya/masuk/kode', { alamat: address });
    await stranger.submit('/saya/masuk/selesai', { kode: codeOf() });
    expect(codesIn(stranger.seen.body)).toEqual(['SECOND_FACT_REQUIRED']);
    for (const code of ['SECOND_FACT_REQUIRED', 'SECOND_FACT_REQUIRED', 'RECOVERY_REQUIRED']) {
      await stranger.submit('/saya/masuk/selesai', { lahir: '1991-01-01' });
      expect(codesIn(stranger.seen.body)).toEqual([code]);
    }
  });

  it('is none of an account that works for an office: it is told so and signed out again', async () => {
    await signedIn();
    const owner = new Client(app.ownerUrl);
    await owner.connect();
    await owner.query(
      `INSERT INTO office_memberships (id, account_id, region_code, role, starts_at)
       SELECT gen_random_uuid(), account_id, '72.71', 'OFFICER', now() - interval '1 day'
       FROM account_addresses ORDER BY bound_at DESC LIMIT 1`,
    );
    await owner.end();
    const browser = new PlainBrowser(app.address);
    await browser.open('/saya/masuk');
    await browser.submit('/saya/masuk/kode', { alamat: `orang${people}@example.com` });
    const seen = await browser.submit('/saya/masuk/selesai', { kode: codeOf() });
    expect(seen.status).toBe(403);
    expect(seen.body).toContain('faktor kedua');
    expect((await browser.open('/saya/data')).path).toMatch(/^\/saya\/masuk/);
  });

  it('shows no message but those of the pages', async () => {
    const browser = await registered();
    for (const word of ['constructor', '__proto__', 'toString', 'x']) {
      expect((await browser.open(`/saya/data?pesan=${word}`)).body).not.toContain('role="status"');
    }
  });

  it('pauses and goes on', async () => {
    const browser = await registered();
    await browser.open('/saya/profil');
    await browser.submit('/saya/pencarian/jeda');
    expect(browser.seen.body).toContain('tidak dicocokkan');
    await browser.submit('/saya/pencarian/aktif');
    expect(browser.seen.body).toContain('Pencarian aktif lagi');
  });
});

describe('limits', () => {
  it('count whoever asks and not this server, through which all pages ask', async () => {
    const browser = new PlainBrowser(app.address);
    await browser.open('/saya/masuk');
    const { fields } = browser.form('/saya/masuk/kode');
    const askFrom = async (caller: string, time: number) => {
      const headers = { origin: app.address, 'x-forwarded-for': caller };
      const form = { ...fields, k: `attempt-${time}`, alamat: `banyak${time}@example.com` };
      return codesIn((await browser.post('/saya/masuk/kode', form, headers)).body);
    };
    for (let time = 0; time < 100; time++) expect(await askFrom('203.0.113.1', time)).toEqual([]);
    expect(await askFrom('203.0.113.1', 100)).toEqual(['TOO_MANY_CODES']);
    expect(await askFrom('203.0.113.2', 101)).toEqual([]);
  });
});
