import { countableTerm, plausibleTerm } from '../../src/text/plausible-term';

describe('plausibleTerm', () => {
  it.each([
    ['Pawang Hujan', 'pawang hujan'],
    ['  barongsai ', 'barongsai'],
    ['C++', null],
    ['ahli K3', 'ahli k3'],
    ['penjaga  kolam-renang', 'penjaga kolam renang'],
  ])('folds %j', (text, term) => {
    expect(plausibleTerm(text)).toBe(term);
  });

  it.each([
    '0812 3456 7890',
    'wa 081234567890',
    '7271014107900001',
    'budi@contoh.id',
    'www.contoh.id',
    't.me/budi',
    'pak budi',
    'nama siti aminah',
    'Siti Aminah binti Yusuf',
    'jalan merpati',
    'gang mawar',
    'rt 03 rw 05',
    'no hp',
    'hp budi',
    'nik saya',
    'saya bisa semua jenis pekerjaan rumah',
    'ab',
    '',
    'x'.repeat(61),
  ])('drops %j, which is personal or says nothing', (text) => {
    expect(plausibleTerm(text)).toBeNull();
  });

  it.each([
    ['nama saya Budi Santoso, bisa las', 'Budi Santoso'],
    ['Saya Budi, bisa las', 'Budi'],
    ['hubungi Siti Aminah di kantor', 'Siti Aminah'],
    ['panggil pak slamet', 'slamet'],
  ])('drops what looks like a name: %s', (text, name) => {
    expect(plausibleTerm(name, { text, start: text.indexOf(name) })).toBeNull();
  });

  it.each(['mengidap hiv', 'skizofrenia', 'penyuluh agama islam', 'difabel'])(
    'does not count %j, which may be an officer’s word and is nobody’s to collect',
    (text) => {
      expect(countableTerm(text)).toBeNull();
      expect(plausibleTerm(text)).not.toBeNull();
    },
  );

  it.each(['servis hp', 'pawang hujan', 'suku cadang'])('counts the work %j', (text) => {
    expect(countableTerm(text)).toBe(text);
  });

  it('keeps capitalised words of a text that is capitalised throughout', () => {
    expect(plausibleTerm('PAWANG HUJAN', { text: 'SAYA PAWANG HUJAN', start: 5 })).toBe(
      'pawang hujan',
    );
    expect(plausibleTerm('Pawang Hujan', { text: 'Pawang Hujan', start: 0 })).toBe('pawang hujan');
  });
});
