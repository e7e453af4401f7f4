import { Weighted } from './random';

/** Follows every invented name, so that nobody takes it for a real one. */
export const DEMO_MARK = '(contoh)';

/** Parts of invented names; any likeness to a person or a company is chance. */
export const femaleNames =
  'Amarila Birenda Ciptari Delvina Eriska Fandira Gentari Halimara Indraswari Jelitara Kirana Lestari Mirayanti Nurlaela Oktavira Puspandari Rahmiana Selviana Tirtawati Ulfaira Vinandra Wulandira Yuliasti Zahrania'.split(
    ' ',
  );
export const maleNames =
  'Adhirama Baskoro Candrika Darmaji Erlangga Fadhilan Gunarto Hasrudin Irwandi Jayanto Karmanto Lukmarin Mahendri Naufandi Oktavian Pramudi Rizaldin Sunarya Taufandi Usmandi Virgianto Wiratma Yusrandi Zulkarna'.split(
    ' ',
  );
export const familyNames =
  'Balintora Dolosia Gumbasari Kaluwata Lambara Lindumoro Mantikora Marawola Napulera Palindara Pakulira Poboyana Ramba Sausuna Sigimara Talisewa Tanamodi Tatarangi Tawaelira Tondora Uemalira Ulujana Watusamara Wombora'.split(
    ' ',
  );
export const firstWords =
  'Andalan Bahtera Cakrawala Damar Elok Fajar Gemilang Harapan Intan Jembatan Karunia Lentera Mentari Nusa Oasis Permata Rindang Samudra Teluk Utama Wahana Yudha Zamrud Cendana'.split(
    ' ',
  );
export const secondWords =
  'Palindo Rawana Silae Tomini Kalora Lindara Marasa Donggira Ganaya Kulara Labuana Matano Napuwa Pantora Salera Tadula Wanira Bulira Kamalisi Lariang Poboya Sindora Tolire Wentira'.split(
    ' ',
  );

/** Where people live; the regencies of Central Sulawesi, Palu far ahead. */
export const homeRegencies = new Weighted<string>([
  ['72.71', 62],
  ['72.10', 9],
  ['72.03', 7],
  ['72.08', 7],
  ['72.06', 5],
  ['72.02', 4],
  ['72.12', 2],
  ['72.01', 2],
  ['72.04', 1],
  ['72.09', 1],
]);

/** Areas that people name when they would work elsewhere. */
export const willingAreas = new Weighted<string>([
  ['72.71', 30],
  ['72.10', 14],
  ['72.03', 10],
  ['72.06', 18],
  ['72.12', 8],
  ['72.08', 6],
  ['72.02', 6],
  ['72', 6],
  ['ID', 2],
]);

/** Everyday occupations, the commonest first; then come those that the invented employers look for, then all others. */
export const commonOccupationIds =
  'kasir administrasi pramuniaga satpam-security pengemudi-mobil sales-lapangan ojek-pengemudi-motor helper-kuli-angkut pramusaji buruh-bangunan operator-produksi kurir admin-gudang staf-akuntansi office-boy-cleaning-service juru-masak-cook tukang-batu petani nelayan pengemudi-truk barista customer-service guru-sd perawat operator-alat-berat tukang-las mekanik-motor-mobil asisten-rumah-tangga spg-spb penjahit desainer-grafis entri-data konten-kreator-media-sosial operator-pengolahan-logam-smelter tukang-kayu tukang-listrik teknisi-ac bidan resepsionis it-support programmer petugas-k3 penata-rambut laundry surveyor guru-paud-tk quality-control'.split(
    ' ',
  );
