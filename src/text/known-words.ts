import { AD_WORDS } from './ad-text';
import { WORDINGS } from './discrimination-wordings';
import { EDUCATION_PATTERNS } from './education';
import { EMPLOYMENT_PATTERNS } from './employment';
import { EXPERIENCE_PATTERNS } from './experience';
import { EVERYDAY_PLACES } from './place-names';
import { PLACE_WORDS } from './places';
import { PERSONAL_WORDS } from './plausible-term';
import { QUERY_WORDS } from './query-text';
import { TITLE_WORDS } from './title';
import { tokenise, wordSet } from './tokens';

/** What people tell of themselves that is no skill, and that no reader looks for. Source: our own list, 2026. */
const OF_A_LIFE = wordSet(`
  lulus tamat tamatan jebolan alumni alumnus ijazah sekolah kuliah kampus universitas kursus pelatihan sertifikat sederajat
  setara nilai rapor semester angkatan wisuda pendidikan terakhir kelas swasta negeri
  menikah nikah kawin lajang bujang cerai suami istri isteri anak anaknya orangtua keluarga saudara tanggungan
  lahir kelahiran tanggal warga penduduk rumah kontrakan rantau perantau merantau pindah pindahan asli
  bulan minggu hari harian mingguan bulanan tahunan sekarang kemarin besok dulu dahulu lalu sejak selama sampai hingga
  setelah sesudah sebelum sempat sering kadang selalu hampir kurang lebih sekitar kira beberapa banyak sedikit
  januari februari maret april juni juli agustus september oktober november desember
  senin selasa rabu kamis jumat sabtu
  pertama kedua ketiga keempat kelima sebelas belas puluh puluhan ratus ribu ratusan ribuan
  mantan bekas berhenti keluar resign phk dirumahkan menganggur nganggur pengangguran pensiun pensiunan pekerja
  pekerjaan bagian posisi jabatan kantor pabrik tempat usaha pengusaha sendiri mandiri bersama teman kawan
  ingin mohon minta tolong terima kasih salam selamat bapak kakak assalamualaikum perkenalkan perkenalan
  masih sedang tetap siap sanggup cocok senang tertarik minat berminat suka hobi belajar diajari diajarkan
  biasa membantu bantu ikut dekat jauh daerah kampung lulusnya berumur berusia
  gaji digaji upah harapan penghasilan berapa kenapa bagaimana dimana kapan mengapa siapa
  lancar aktif pasif bagus rajin jujur sehat kuat tinggi badan berat tubuh kaki tangan
  motor mobil kendaraan pribadi milik surat izin
  graduated graduate married single widow divorced children family school college university certificate
  month months week weeks years currently previously before after since until about almost
  worked working looking please thank thanks hello myself
`);

const known = new Set([
  ...[AD_WORDS, QUERY_WORDS, PERSONAL_WORDS, TITLE_WORDS, PLACE_WORDS]
    .flat()
    .flatMap((set) => [...set]),
  ...[...EDUCATION_PATTERNS, ...EMPLOYMENT_PATTERNS, ...EXPERIENCE_PATTERNS].flatMap(wordsOf),
  ...WORDINGS.flatMap(({ pattern }) => wordsOf(pattern)),
  ...[...EVERYDAY_PLACES.keys()].flatMap((name) => tokenise(name).map(({ text }) => text)),
  ...OF_A_LIFE,
]);

/** Whether one of our readers knows a folded word for what it is, so that it is no slip for a skill or an occupation. */
export const isReadersWord = (word: string): boolean => known.has(word);

/** The words that a pattern spells out; endings in brackets are left off. */
function wordsOf(pattern: RegExp): string[] {
  return pattern.source.replace(/\\./g, ' ').match(/\p{Ll}+/gu) ?? [];
}
