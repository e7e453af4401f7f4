import type { RegionTerm, TermCatalogue } from '../../src/text/concepts';

/** A small catalogue that holds one case of every rule. */
export const catalogue: TermCatalogue = {
  competencies: [
    skill('pengelasan', 'Pengelasan', 'Welding', ['welding'], null),
    skill(
      'las-smaw',
      'Las listrik SMAW',
      'Arc welding',
      ['las listrik', 'las busur'],
      'pengelasan',
    ),
    skill('barista', 'Meracik kopi', 'Coffee making', ['barista', 'latte art'], 'tata-boga'),
    skill('facial', 'Perawatan wajah', 'Facial care', ['facial', 'perawatan'], 'kecantikan'),
    skill('maintenance', 'Perawatan mesin', 'Maintenance', ['perawatan'], 'manufaktur'),
    skill('penjualan', 'Penjualan', 'Selling', ['sales', 'jualan'], 'pemasaran'),
    skill('arsip', 'Pengarsipan', 'Filing', ['arsip', 'dokumen'], 'perkantoran'),
    skill('sql', 'SQL', 'SQL', ['sql', 'mysql'], 'ti'),
    skill('cpp', 'C/C++', 'C/C++', ['c++'], 'ti'),
    skill('javascript', 'JavaScript', 'JavaScript', ['javascript'], 'ti'),
    skill('kelapa', 'Budidaya kelapa', 'Coconut growing', ['kelapa'], 'perkebunan'),
    skill('supervisi', 'Supervisi', 'Supervision', ['supervisor'], 'manajemen'),
    skill('rekrutmen', 'Rekrutmen', 'Recruitment', ['recruitment'], 'sdm'),
    skill('akuntansi', 'Akuntansi', 'Accounting', ['akuntansi', 'accounting'], 'keuangan'),
    { ...skill('jujur', 'Jujur', 'Honest', ['jujur'], 'sikap'), kind: 'ATTITUDE' },
  ],
  occupations: [
    occupation(
      'sales-supervisor',
      'Supervisor penjualan',
      'Sales supervisor',
      ['sales supervisor'],
      [],
    ),
    occupation('tukang-las', 'Tukang las', 'Welder', ['tukang las', 'welder'], ['las-smaw']),
    occupation('tukang-batu', 'Tukang batu', 'Bricklayer', ['tukang batu'], []),
    occupation('barista', 'Barista', 'Barista', ['barista'], ['barista']),
    occupation('terapis', 'Terapis kecantikan', 'Beauty therapist', ['beautician'], ['facial']),
    occupation(
      'akuntan',
      'Staf akuntansi',
      'Accounting staff',
      ['accounting', 'accounting staff'],
      ['akuntansi'],
    ),
    occupation(
      'hrd',
      'HRD',
      'Human resources staff',
      ['hr', 'hrd', 'hr staff', 'recruitment staff'],
      ['rekrutmen'],
    ),
    occupation('analis-data', 'Analis data', 'Data analyst', ['data analyst'], []),
    occupation('teknisi', 'Teknisi maintenance', 'Technician', ['technician'], []),
    occupation(
      'sales',
      'Sales lapangan',
      'Field sales',
      ['sales', 'sales executive'],
      ['penjualan'],
    ),
    occupation(
      'sales-manager',
      'Manajer penjualan',
      'Sales manager',
      ['sales manager'],
      ['penjualan'],
    ),
  ],
  rules: [
    {
      alias: 'perawatan',
      rule: 'AMBIGUOUS',
      competencyIds: ['facial', 'maintenance'],
      occupationIds: [],
    },
    {
      alias: 'supervisor',
      rule: 'NEEDS_OCCUPATION',
      competencyIds: ['supervisi'],
      occupationIds: [],
    },
    {
      alias: 'recruitment',
      rule: 'NEEDS_OCCUPATION',
      competencyIds: ['rekrutmen'],
      occupationIds: [],
    },
    {
      alias: 'open recruitment',
      rule: 'NOT_A_TERM',
      competencyIds: ['rekrutmen'],
      occupationIds: [],
    },
    { alias: 'kelapa gading', rule: 'NOT_A_TERM', competencyIds: ['kelapa'], occupationIds: [] },
    { alias: 'c++', rule: 'TRUSTED', competencyIds: ['cpp'], occupationIds: [] },
    { alias: 'dokumen', rule: 'CONTEXT', competencyIds: ['arsip'], occupationIds: [] },
    { alias: 'sql', rule: 'WHOLE_QUERY_ONLY', competencyIds: ['sql'], occupationIds: [] },
    { alias: 'hr', rule: 'WHOLE_QUERY_ONLY', competencyIds: [], occupationIds: ['hrd'] },
  ],
};

export const regions: readonly RegionTerm[] = [
  { code: '31', name: 'Daerah Khusus Ibukota Jakarta' },
  { code: '31.73', name: 'Kota Administrasi Jakarta Barat' },
  { code: '32.01', name: 'Kabupaten Bogor' },
  { code: '32.71', name: 'Kota Bogor' },
  { code: '34', name: 'Daerah Istimewa Yogyakarta' },
  { code: '34.71', name: 'Kota Yogyakarta' },
  { code: '35.79', name: 'Kota Batu' },
  { code: '51', name: 'Bali' },
  { code: '62.71', name: 'Kota Palangka Raya' },
  { code: '72', name: 'Sulawesi Tengah' },
  { code: '72.10', name: 'Kabupaten Sigi' },
  { code: '72.10.05', name: 'Dolo' },
  { code: '72.71', name: 'Kota Palu' },
  { code: '72.71.02', name: 'Palu Barat' },
  { code: '72.71.06', name: 'Tatanga' },
  { code: '73.01.05', name: 'Dolo' },
];

function skill(
  id: string,
  labelId: string,
  labelEn: string,
  aliases: readonly string[],
  broader: string | null,
): TermCatalogue['competencies'][number] {
  return { id, kind: 'SKILL', labelId, labelEn, aliases, broader };
}

function occupation(
  id: string,
  labelId: string,
  labelEn: string,
  aliases: readonly string[],
  competencies: readonly string[],
): TermCatalogue['occupations'][number] {
  const own = competencies.map((competency) => ({ id: competency, isEssential: true }));
  return { id, labelId, labelEn, aliases, competencies: own };
}
