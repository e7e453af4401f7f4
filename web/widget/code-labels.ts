import {
  closeReasons,
  educationLevels,
  employmentTypes,
  necessities,
  wageUnits,
} from '../../migrations/data/code_labels.json';
import type { Lang } from './texts';

interface CodeList {
  values: { name: string; id: string; en: string }[];
}

const label = (list: CodeList) => (code: string, lang: Lang) =>
  list.values.find(({ name }) => name === code)?.[lang] ?? code;

export const closeReasonLabel = label(closeReasons);
export const educationLabel = label(educationLevels);
export const employmentLabel = label(employmentTypes);
export const necessityLabel = label(necessities);
export const wageUnitLabel = label(wageUnits);
