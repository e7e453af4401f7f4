import type {
  EducationLevel,
  EmployerSector,
  EmploymentType,
  ProficiencyLevel,
  SourceKind,
} from '../entities/vocabulary';
import type { Lang } from '../errors';

/** A text in both languages, keyed as `Lang`. */
export type Label = Readonly<Record<Lang, string>>;

const label = (ID: string, EN: string): Label => ({ ID, EN });

/** Source: codelist EducationLevel of the reference data (AK-1 forms; Perpres 8/2012 art. 5). */
export const educationLabels: Readonly<Record<EducationLevel, Label>> = {
  NO_SCHOOL: label('Tidak/belum pernah sekolah', 'No schooling'),
  SD_UNFINISHED: label('Tidak tamat SD', 'Did not finish primary school'),
  SD: label('SD/sederajat', 'Primary school'),
  SMP: label('SMP/sederajat', 'Lower secondary school'),
  SMA: label('SMA/sederajat', 'Upper secondary school (general)'),
  SMK: label('SMK', 'Vocational upper secondary school'),
  D1: label('Diploma I (D1)', 'Diploma 1'),
  D2: label('Diploma II (D2)', 'Diploma 2'),
  D3: label('Diploma III (D3)', 'Diploma 3'),
  D4: label('Diploma IV/Sarjana Terapan (D4)', 'Applied bachelor (D4)'),
  S1: label('Sarjana (S1)', 'Bachelor'),
  PROFESSION: label('Pendidikan Profesi', 'Professional programme'),
  S2: label('Magister (S2)', 'Master'),
  SPECIALIST: label('Spesialis (Sp-1/Sp-2)', 'Specialist'),
  S3: label('Doktor (S3)', 'Doctorate'),
};

/** Source: codelists EmploymentType and ContractType of the reference data. */
export const employmentTypeLabels: Readonly<Record<EmploymentType, Label>> = {
  PERMANENT: label('Karyawan tetap', 'Permanent'),
  FIXED_TERM: label('Kontrak', 'Fixed term'),
  DAILY: label('Harian lepas', 'Daily'),
  PART_TIME: label('Paruh waktu', 'Part time'),
  FREELANCE: label('Pekerja lepas', 'Freelance'),
  INTERNSHIP: label('Magang', 'Internship'),
};

/** Our wording for the five levels. */
export const levelLabels: Readonly<Record<ProficiencyLevel, Label>> = {
  AWARE: label('mengenal', 'aware'),
  BASIC: label('dasar', 'basic'),
  INDEPENDENT: label('mandiri', 'independent'),
  ADVANCED: label('mahir', 'advanced'),
  EXPERT: label('ahli', 'expert'),
};

/** Source: codelist EmployerSector of the reference data. */
export const sectorLabels: Readonly<Record<EmployerSector, Label>> = {
  GOVERNMENT: label('Pemerintah pusat', 'Central government'),
  LOCAL_GOVERNMENT: label('Pemerintah daerah', 'Regional government'),
  BUMN: label('BUMN', 'State-owned enterprise'),
  BUMD: label('BUMD', 'Region-owned enterprise'),
  PRIVATE: label('Perusahaan swasta', 'Private company'),
};

/** Source: codelist VacancyChannel of the reference data, and our wording for the others. */
export const sourceKindLabels: Readonly<Record<SourceKind, Label>> = {
  EMPLOYER_DIRECT: label('Langsung dari pemberi kerja', 'Employer direct'),
  OFFICE: label('Loket/portal Dinas', 'Labour office'),
  PARTNER_PORTAL: label('Portal mitra', 'Partner portal'),
  NATIONAL_SYSTEM: label('Karirhub/SIAPkerja', 'National portal'),
  NODE_SYNC: label('Dinas lain', 'Another labour office'),
  IMPORT: label('Impor berkas', 'File import'),
};
