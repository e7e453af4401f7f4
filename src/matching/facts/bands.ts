import {
  type EducationLevel,
  type EvidenceStatus,
  educationLevels,
} from '../../entities/vocabulary';
import { type AreaNumber, type AreaRange, areaRange, regencyOf } from '../core/area';
import { type Evidence, VERIFIED_EVIDENCE } from '../core/facts';
import { educationStep, evidenceStep } from './scales';

/** The bands of education on a card, each with the level that stands for it. Source: docs/adr/0011-bands-before-the-core.md. */
const EDUCATION_BANDS = [
  { band: 'BASIC', upTo: 'SD', countsAs: 'SD' },
  { band: 'JUNIOR', upTo: 'SMP', countsAs: 'SMP' },
  { band: 'SECONDARY', upTo: 'SMK', countsAs: 'SMA' },
  { band: 'DIPLOMA', upTo: 'D3', countsAs: 'D3' },
  { band: 'DEGREE', upTo: 'PROFESSION', countsAs: 'S1' },
  { band: 'POSTGRADUATE', upTo: 'S3', countsAs: 'S2' },
] as const satisfies readonly { band: string; upTo: EducationLevel; countsAs: EducationLevel }[];

export type EducationBand = (typeof EDUCATION_BANDS)[number]['band'];
/** Their names, from the lowest. */
export const educationBands = EDUCATION_BANDS.map(({ band }) => band);

const rankOf = (level: EducationLevel) => educationLevels.indexOf(level);
const findBand = (level: EducationLevel) =>
  EDUCATION_BANDS.find(({ upTo }) => rankOf(level) <= rankOf(upTo)) ?? EDUCATION_BANDS[5];

/** Up to SD, SMP, SMA and SMK, D1 to D3, D4 to profession, S2 and above. */
export const bandEducation = (level: EducationLevel): EducationBand => findBand(level).band;

/** The step that stands for the band, of what is held and of what is asked for alike. */
export const bandedEducationStep = (level: EducationLevel): number =>
  educationStep(findBand(level).countsAs);

/** Verified or not: which way is the person's to tell. */
export const bandedEvidence = (status: EvidenceStatus): Evidence =>
  evidenceStep(status) >= VERIFIED_EVIDENCE ? VERIFIED_EVIDENCE : 0;

const QUARTER = 3;

/** The first month of the quarter. */
export const startOfQuarter = (month: number): number => month - (month % QUARTER);

/** Free from the beginning of the quarter on; 0 = free today, since when does not count. */
export function bandedAvailability(from: number | null, today: number): number | null {
  if (from === null) return null;
  const quarter = startOfQuarter(from);
  return quarter <= today ? 0 : quarter;
}

/** The regencies that the places lie in: nobody learns from a scope in which district of one somebody lives. */
export function scopeOf(places: readonly AreaNumber[]): AreaRange[] {
  return [...new Set(places.map(regencyOf))].map(areaRange);
}
