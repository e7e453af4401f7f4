import { wordSet } from './tokens';

/**
 * What people call a region, and the region's code.
 * Source: our own list of everyday names and abbreviations, 2026; official names come from the region table.
 */
export const EVERYDAY_PLACES: ReadonlyMap<string, string> = new Map(
  `
  indonesia=ID; seluruh indonesia=ID; nasional=ID; jakarta=31; jakarta raya=31; dki jakarta=31;
  dki=31; jakbar=31.73; jaksel=31.74; jakpus=31.71; jaktim=31.75; jakut=31.72; jogja=34;
  yogya=34; jogjakarta=34; yogyakarta=34; diy=34; diy yogyakarta=34; kota jogja=34.71;
  kota yogyakarta=34.71; solo=33.72; jabar=32; jateng=33; jatim=35; sumut=12; sumbar=13;
  sumsel=16; babel=19; bangka belitung=19; kepri=21; ntb=52; ntt=53; kalbar=61; kalteng=62;
  kalsel=63; kaltim=64; kaltara=65; sulut=71; sulteng=72; sulsel=73; sultra=74; sulbar=76;
  malut=82; madura=35; lombok=52; flores=53; halmahera=82; nias=12; pulau bali=51;
  tangsel=36.74; bsd=36.74; bsd city=36.74; cikarang=32.16; purwokerto=33.02;
  ujung pandang=73.71; kota palu=72.71; palu=72.71; palu sulteng=72.71; luwuk=72.01;
  bungku=72.06; kolonodale=72.12; ampana=72.09; tentena=72.02; imip=72.06
`
    .split(';')
    .map((entry) => entry.split('='))
    .map(([name = '', code = '']) => [name.trim(), code.trim()] as const),
);

/**
 * Regency and city names that are also common words: without a cue they are not read as places.
 * Source: our reading of the region table against everyday Indonesian, 2026.
 */
export const WORDS_THAT_ARE_ALSO_PLACES: ReadonlySet<string> = wordSet(`
  agam alor batu bima bone buru karo kaur landak metro nasional pati siak
`);
