import type { Lang } from '../layout/lang';

const ID = {
  title: 'Pasang lowongan di situs Anda · Padan',
  description:
    'Tampilkan lowongan dinas tenaga kerja di situs Anda dengan satu baris: widget, tautan, iframe, feed, GraphQL, atau salinan.',
  headline: 'Lowongan ini di situs Anda.',
  lead: 'Satu baris HTML, satu tautan, atau satu permintaan: gratis, tanpa akun, tanpa pelacakan. Yang tampil selalu keadaan hari ini.',
  hint: 'Satu klik pada kotak kode memilih seluruhnya, lalu salin.',
  widget: 'Widget: satu baris',
  widgetText:
    'Tempel di halaman mana pun. Pengunjung mencari dengan salah ketik sekalipun, menyaring, mengurutkan dari yang terdekat, dan membaca lowongan tanpa meninggalkan situs Anda. Tautan di dalamnya tampil bila JavaScript mati.',
  allVacancies: 'Semua lowongan',
  attribute: 'Atribut',
  meaning: 'Arti',
  attributes: [
    ['region', 'kode wilayah, beberapa dipisah koma: 72 (provinsi), 72.71 (kota)'],
    ['query', 'kata pencarian awal'],
    [
      'employment-type',
      'jenis kerja awal: permanent, fixed-term, daily, part-time, freelance, internship',
    ],
    ['limit', 'lowongan per halaman, 1–50; bawaan 10'],
    ['lang', 'id atau en; bawaan bahasa halaman'],
    ['near', 'titik tetap, lintang dan bujur: -0.90,119.87; off menghapus tombol “Dekat saya”'],
    ['theme', 'light atau dark; bawaan mengikuti color-scheme halaman'],
    [
      'portal',
      'kode umum kunci API Anda, agar laporan bulanan menghitung tampilan dari situs Anda',
    ],
    ['api', 'alamat layanan lain daripada asal skrip'],
  ],
  colours: 'Warna dan bentuk diatur dengan variabel CSS:',
  policy:
    'Kebijakan keamanan isi (CSP) yang ketat cukup dengan ini; tidak ada eval, gaya sisipan, cookie, atau pihak ketiga:',
  live: 'Contoh langsung',
  link: 'Tautan dan iframe',
  linkText:
    'Di WordPress dan sistem lain yang mengenal oEmbed, cukup tempel alamat lowongan atau pencarian di baris tersendiri: ia menjadi tautan dengan kartu yang menunjukkan keadaan hari ini. Di WordPress kartu membuka lowongan di jendela yang sama; agar terbuka di tab baru, daftarkan penyedianya dengan wp_oembed_add_provider. Di tempat lain, pakai iframe:',
  frameTitle: 'Kartu lowongan',
  feeds: 'Feed Atom dan RSS',
  feedsText: 'Setiap pencarian bisa diikuti sebagai feed: kata dan wilayah ditulis di alamatnya.',
  graphql: 'GraphQL',
  graphqlText:
    'Satu permintaan GET, boleh dari halaman mana pun (CORS *) dan boleh disimpan di cache. Operasi tersimpan dijalankan dengan hash-nya saja.',
  operations: 'Operasi tersimpan',
  reference: 'Referensi dengan contoh',
  explorer: 'Coba di penjelajah',
  mirror: 'Salinan lengkap',
  mirrorText:
    'Ambil sekali berkas semua lowongan, satu baris JSON per lowongan (NDJSON, gzip); alamat dan hash-nya:',
  snapshot: 'Berkas semua lowongan',
  changesText:
    'Lalu ikuti perubahannya dengan after: kursor terakhir, mula-mula resumeFrom. record menggantikan baris yang lama; null berarti hapus. Tidak ada yang terlewat. Contoh lengkap: examples/mirror.',
  changes: 'Perubahan',
  key: 'Kunci API',
  keyText:
    'Semua ini berjalan tanpa kunci. Kunci dari dinas memberi jatah lebih besar dan laporan bulanan: berapa kali lowongan dilihat dan dibuka dari situs Anda, tanpa data pengunjung.',
};

export type GuideTexts = typeof ID;

const EN: GuideTexts = {
  title: 'Embed vacancies in your site · Padan',
  description:
    'Show the labour office’s vacancies in your site by one line: widget, link, frame, feed, GraphQL or a mirror.',
  headline: 'These vacancies in your site.',
  lead: 'One line of HTML, one link or one request: free, without an account, without tracking. What shows is always today’s state.',
  hint: 'One click into a box selects all of it, ready to copy.',
  widget: 'Widget: one line',
  widgetText:
    'Paste it into any page. Visitors search even with typos, narrow, sort by distance and read vacancies without leaving your site. The link inside shows where JavaScript is off.',
  allVacancies: 'All vacancies',
  attribute: 'Attribute',
  meaning: 'Meaning',
  attributes: [
    ['region', 'codes of regions, apart by commas: 72 (province), 72.71 (city)'],
    ['query', 'words to begin with'],
    [
      'employment-type',
      'to begin with: permanent, fixed-term, daily, part-time, freelance, internship',
    ],
    ['limit', 'vacancies of a page, 1–50; default 10'],
    ['lang', 'id or en; default: the page’s language'],
    ['near', 'a fixed point, latitude and longitude: -0.90,119.87; off removes “Near me”'],
    ['theme', 'light or dark; default: the color-scheme of the page'],
    [
      'portal',
      'the public code of your API key, so that the monthly report counts views from your site',
    ],
    ['api', 'another address of the service than where the script came from'],
  ],
  colours: 'Colours and shape are set by CSS variables:',
  policy:
    'This is all that a strict content security policy needs; there is no eval, inline style, cookie or third party:',
  live: 'Live example',
  link: 'Links and frames',
  linkText:
    'In WordPress and whatever else knows oEmbed, paste the address of a vacancy or a search on a line of its own: it becomes a link with a card that shows today’s state. In WordPress the card opens the vacancy in the same window; for a new tab name the provider by wp_oembed_add_provider. Elsewhere use a frame:',
  frameTitle: 'Vacancy card',
  feeds: 'Atom and RSS feeds',
  feedsText: 'Every search is a feed: words and region stand in its address.',
  graphql: 'GraphQL',
  graphqlText:
    'One GET request, allowed from any page (CORS *) and kept by caches between. Stored operations run by their hash alone.',
  operations: 'Stored operations',
  reference: 'Reference with examples',
  explorer: 'Try it in the explorer',
  mirror: 'A complete mirror',
  mirrorText:
    'Fetch once the file of all vacancies, one line of JSON a vacancy (NDJSON, gzip); its address and hash:',
  snapshot: 'File of all vacancies',
  changesText:
    'Then follow the changes with after: the last cursor, resumeFrom to begin with. record takes the place of the old line; null means remove it. Nothing is missed. A complete example: examples/mirror.',
  changes: 'Changes',
  key: 'API key',
  keyText:
    'All of this works without a key. A key from the office gives a larger budget and a monthly report: how often vacancies were seen and opened from your site, without data of visitors.',
};

export const GUIDE_TEXTS: Record<Lang, GuideTexts> = { id: ID, en: EN };
