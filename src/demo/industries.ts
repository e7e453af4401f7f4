import type { EmployerSector } from '../entities/vocabulary';

/** A branch of invented employers: how they are called, where they stand and whom they look for. */
export interface Industry {
  /** What stands before the invented words of the name. */
  forms: readonly string[];
  sector: EmployerSector;
  regencies: readonly string[];
  occupationIds: readonly string[];
}

const list = (text: string) => text.split(' ');

export const industries: readonly Industry[] = [
  {
    forms: ['Toko', 'Swalayan', 'CV Niaga'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.71', '72.10', '72.08'],
    occupationIds: list(
      'kasir pramuniaga spg-spb supervisor-toko admin-gudang penata-barang admin-toko-online manajer-toko kurir satpam-security',
    ),
  },
  {
    forms: ['Hotel', 'Penginapan'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.71', '72.02'],
    occupationIds: list(
      'resepsionis-hotel room-attendant pramusaji juru-masak-cook bellboy-concierge satpam-security supervisor-housekeeping staf-akuntansi teknisi-gedung laundry',
    ),
  },
  {
    forms: ['Kedai Kopi', 'Rumah Makan', 'Dapur'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.71', '72.03', '72.10'],
    occupationIds: list(
      'barista pramusaji juru-masak-cook juru-bantu-dapur kasir pembuat-roti-dan-kue supervisor-restoran konten-kreator-media-sosial',
    ),
  },
  {
    forms: ['PT Nikel', 'PT Smelter'],
    sector: 'PRIVATE',
    regencies: ['72.06', '72.06', '72.12'],
    occupationIds: list(
      'operator-pengolahan-logam-smelter operator-alat-berat tukang-las petugas-k3 mekanik-alat-berat teknisi-instrumentasi penerjemah-mandarin pengemudi-truk operator-crane analis-laboratorium surveyor admin-gudang teknisi-listrik-industri',
    ),
  },
  {
    forms: ['PT Bangun', 'CV Konstruksi'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.10', '72.03'],
    occupationIds: list(
      'tukang-batu buruh-bangunan tukang-kayu drafter pengawas-lapangan-konstruksi site-engineer estimator-quantity-surveyor tukang-besi-beton tukang-listrik operator-alat-berat administrasi',
    ),
  },
  {
    forms: ['Rumah Sakit', 'Klinik'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.71', '72.08', '72.02'],
    occupationIds: list(
      'perawat bidan asisten-apoteker apoteker admin-klinik-rs analis-laboratorium perekam-medis ahli-gizi radiografer office-boy-cleaning-service pengemudi-ambulans',
    ),
  },
  {
    forms: ['Sekolah', 'Yayasan Pendidikan'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.10', '72.08'],
    occupationIds: list(
      'guru-sd guru-paud-tk guru-smp-sma guru-smk-instruktur-kejuruan guru-bahasa-asing operator-sekolah pustakawan satpam-security administrasi',
    ),
  },
  {
    forms: ['PT Logistik', 'Ekspedisi'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.03', '72.06'],
    occupationIds: list(
      'kurir pengemudi-truk helper-kuli-angkut picker-packer admin-gudang operator-forklift dispatcher-armada staf-logistik kernet customer-service',
    ),
  },
  {
    forms: ['Bengkel', 'CV Otomotif'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.10', '72.08'],
    occupationIds: list(
      'mekanik-motor-mobil service-advisor tukang-ketok-cat-mobil kasir cuci-kendaraan sales-kendaraan teknisi-ac tukang-las',
    ),
  },
  {
    forms: ['Koperasi', 'PT Pembiayaan'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.02', '72.01'],
    occupationIds: list(
      'petugas-kredit penagih-kolektor teller-bank staf-akuntansi customer-service analis-kredit administrasi sales-lapangan pengelola-koperasi',
    ),
  },
  {
    forms: ['Studio', 'CV Digital'],
    sector: 'PRIVATE',
    regencies: ['72.71'],
    occupationIds: list(
      'programmer pemrogram-web desainer-grafis video-editor konten-kreator-media-sosial digital-marketing it-support teknisi-jaringan admin-toko-online fotografer',
    ),
  },
  {
    forms: ['PT Kebun', 'UD Tani'],
    sector: 'PRIVATE',
    regencies: ['72.03', '72.08', '72.02', '72.10'],
    occupationIds: list(
      'buruh-tani pemanen-sawit mandor-kebun-asisten-kebun pekebun-cokelat-kelapa-cengkeh pengolah-kakao-cokelat operator-pengemasan quality-control petani-sayur-bawang pengolah-bawang-goreng krani-kebun',
    ),
  },
  {
    forms: ['PT Bahari', 'UD Nelayan'],
    sector: 'PRIVATE',
    regencies: ['72.03', '72.08', '72.01'],
    occupationIds: list(
      'nelayan anak-buah-kapal pembudidaya-ikan-rumput-laut pengolah-hasil-ikan teknisi-cold-storage operator-pengemasan pedagang-ikan mekanik-mesin-kapal-tempel',
    ),
  },
  {
    forms: ['Perumda', 'Perusahaan Daerah'],
    sector: 'BUMD',
    regencies: ['72.71', '72.10'],
    occupationIds: list(
      'operator-wtp-ipal teknisi-pipa-pipe-fitter staf-pelayanan-publik petugas-sampah staf-pengadaan-pemerintah tukang-parkir staf-keuangan customer-service',
    ),
  },
  {
    forms: ['PT Jasa', 'CV Alih Daya'],
    sector: 'PRIVATE',
    regencies: ['72.71', '72.06', '72.03'],
    occupationIds: list(
      'satpam-security office-boy-cleaning-service pengemudi-mobil pest-control resepsionis administrasi entri-data tukang-kebun pengasuh-anak asisten-rumah-tangga penjahit',
    ),
  },
];
