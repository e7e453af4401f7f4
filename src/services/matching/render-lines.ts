import type { Lang } from '../../errors';
import type { EligibilityLine } from '../../matching/core/explain';
import type { ToldLine, ToldMatch } from '../../matching/core/withhold';
import { type Label, labelOf } from '../labels';
import type { Asked, AskedById } from './asked';

const FULL_BP = 10_000;

const text = (ID: string, EN: string): Label => ({ ID, EN });
const joined = (before: Label, label: Label | null): Label =>
  label ? text(`${before.ID}: ${label.ID}`, `${before.EN}: ${label.EN}`) : before;

/** One sentence about a line of the sum, made of the same data as its numbers. */
export function noteOf(line: ToldLine, match: ToldMatch, asked: AskedById, lang: Lang): string {
  const requirement = line.requirementId === null ? undefined : asked.get(line.requirementId);
  return `${factorText(line, match, requirement)[lang]}${weightText(line)[lang]}`;
}

function factorText(line: ToldLine, match: ToldMatch, asked: Asked | undefined): Label {
  switch (line.factor) {
    case 'COMPETENCY':
      return joined(competencyText(line), asked?.label ?? null);
    case 'OCCUPATION':
      return occupationText(line);
    case 'SPECIFICITY':
      return specificityText(line);
    case 'EXPERIENCE':
      return experienceText(line, asked);
    case 'DISTANCE':
      return distanceText(line, match);
    case 'EDUCATION':
      return educationText(line, asked);
    case 'AVAILABILITY':
      return availabilityText(line);
    case 'WITHHELD':
      return withheldText;
  }
}

const withheldText = text(
  'Tidak ditampilkan, karena kurang dari lima orang sama dalam hal ini',
  'Not shown, because fewer than five people are alike in it',
);

/** Nothing for an ordinary weight, and for specificity, which weighs nothing. */
function weightText({ factor, partWeightBp = FULL_BP }: ToldLine): Label {
  if (partWeightBp === FULL_BP || factor === 'SPECIFICITY') return text('', '');
  const percent = partWeightBp / 100;
  return text(
    `; bobot bagian ini dari pemberi kerja ${String(percent).replace('.', ',')} %`,
    `; the employer weighs this part ${percent}%`,
  );
}

function competencyText({ via, fulfilmentBp }: ToldLine): Label {
  switch (via) {
    case 'EXACT':
      return fulfilmentBp >= FULL_BP
        ? text('Dikuasai', 'Held')
        : text('Dikuasai di bawah tingkat yang diminta', 'Held below the level asked for');
    case 'IMPLIED':
      return text('Tercakup oleh kompetensi lain', 'Covered by another competency');
    case 'SUBSTITUTE':
      return text('Tergantikan sebagian', 'A related competency stands in');
    case 'SIMILAR':
      return text('Ada yang mirip', 'Something similar is held');
    case 'NONE':
      return text('Belum ada', 'Missing');
  }
}

function occupationText({ isUnstated, fulfilmentBp }: ToldLine): Label {
  if (isUnstated) {
    return text(
      'Lowongan tidak menyebut jabatan; dihitung setengah',
      'The vacancy names no occupation; half is counted',
    );
  }
  if (fulfilmentBp >= FULL_BP)
    return text(
      'Pernah di jabatan ini atau yang hampir sama',
      'Has worked in this occupation or one almost the same',
    );
  return fulfilmentBp > 0
    ? text('Pernah di jabatan yang dekat', 'Has worked in a related occupation')
    : text('Belum pernah di jabatan yang dekat', 'No work in a related occupation');
}

const specificityText = ({ contributionBp }: ToldLine): Label =>
  contributionBp < 0
    ? text(
        'Lowongan meminta sedikit hal, maka kecocokan kurang pasti',
        'The vacancy asks for little, so the fit is less certain',
      )
    : text('Lowongan cukup rinci', 'The vacancy is specific');

function experienceText({ isUnstated, fulfilmentBp }: ToldLine, asked: Asked | undefined): Label {
  if (isUnstated) {
    return text(
      'Lowongan tidak menyebut pengalaman; dihitung setengah',
      'The vacancy names no experience; half is counted',
    );
  }
  const months = asked?.minMonths ?? 0;
  return fulfilmentBp >= FULL_BP
    ? text(
        `Pengalaman memenuhi (diminta ${months} bulan)`,
        `Enough experience (${months} months asked)`,
      )
    : text(
        `Pengalaman kurang (diminta ${months} bulan)`,
        `Too little experience (${months} months asked)`,
      );
}

function distanceText({ isUnstated }: ToldLine, { distance }: ToldMatch): Label {
  if (isUnstated)
    return text('Jarak tidak diketahui; dihitung setengah', 'Distance unknown; half is counted');
  if (distance === null)
    return text('Dapat dikerjakan dari mana saja', 'Can be done from anywhere');
  const about = distance.isApproximate ? text(' (perkiraan)', ' (estimate)') : text('', '');
  return distance.upToKm === null
    ? text(`Lebih dari 250 km${about.ID}`, `More than 250 km${about.EN}`)
    : text(`Dalam ${distance.upToKm} km${about.ID}`, `Within ${distance.upToKm} km${about.EN}`);
}

function educationText({ isUnstated, fulfilmentBp }: ToldLine, asked: Asked | undefined): Label {
  if (isUnstated) {
    return text(
      'Pendidikan tidak disebut salah satu pihak; dihitung setengah',
      'One side does not state education; half is counted',
    );
  }
  const label = asked?.education ? labelOf('educationLevels', asked.education) : null;
  return joined(
    fulfilmentBp >= FULL_BP
      ? text('Pendidikan memenuhi', 'Education is sufficient')
      : text('Pendidikan di bawah yang diminta', 'Education is below what is asked'),
    label,
  );
}

function availabilityText({ isUnstated, fulfilmentBp }: ToldLine): Label {
  if (isUnstated) {
    return text(
      'Jenis kerja atau waktu mulai tidak disebut; bagian itu dihitung setengah',
      'Form of work or start is not stated; that part counts half',
    );
  }
  return fulfilmentBp >= FULL_BP
    ? text('Jenis kerja dan waktu mulai cocok', 'Form of work and start fit')
    : text('Jenis kerja atau waktu mulai kurang cocok', 'Form of work or start do not fit');
}

/** One sentence about a condition. */
export function reasonOf(line: EligibilityLine, asked: AskedById, lang: Lang): string {
  const requirement = line.requirementId === null ? undefined : asked.get(line.requirementId);
  const label = requirement?.education
    ? labelOf('educationLevels', requirement.education)
    : requirement?.label;
  return joined(checkTexts[line.check][line.result], label ?? null)[lang];
}

type Texts = Readonly<Record<EligibilityLine['result'], Label>>;

const checkTexts: Readonly<Record<EligibilityLine['check'], Texts>> = {
  SCOPE: {
    PASS: text(
      'Tinggal di wilayah lowongan atau bersedia',
      'Lives in the area or would work there',
    ),
    FAIL: text('Di luar wilayah lowongan', 'Outside the area of the vacancy'),
    UNKNOWN: text('Wilayah kurang jelas', 'The area is not known well enough'),
  },
  SHARED_COMPETENCY: {
    PASS: text('Ada kompetensi yang diminta', 'Has something of what is asked for'),
    FAIL: text('Tidak ada kompetensi yang diminta', 'Has nothing of what is asked for'),
    UNKNOWN: text('Kompetensi tidak disebut', 'Competencies are not stated'),
  },
  REQUIREMENT: {
    PASS: text('Terpenuhi', 'Met'),
    FAIL: text('Belum terpenuhi', 'Not met'),
    UNKNOWN: text('Tidak disebut', 'Not stated'),
  },
  EDUCATION: {
    PASS: text('Pendidikan memenuhi', 'Education is sufficient'),
    FAIL: text('Pendidikan di bawah yang diminta', 'Education is below what is asked'),
    UNKNOWN: text('Pendidikan tidak disebut', 'Education is not stated'),
  },
  EXPERIENCE: {
    PASS: text('Pengalaman memenuhi', 'Enough experience'),
    FAIL: text('Pengalaman kurang', 'Too little experience'),
    UNKNOWN: text('Pengalaman tidak disebut', 'Experience is not stated'),
  },
};
