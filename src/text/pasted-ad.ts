import type { EmploymentType } from '../entities/vocabulary';
import { RESOLVED_CONFIDENCE_BP } from './concepts';
import { parseEmploymentType } from './employment';
import { isWithin, type Places } from './places';
import type { VacancyReader, VacancyUnderstanding } from './vacancy-text';

/** What was understood of an advertisement that somebody pasted as one text. */
export interface PastedAd {
  readonly title: string;
  readonly understanding: VacancyUnderstanding;
  readonly regionCodes: readonly string[];
  readonly employment: EmploymentType | null;
}

/** The work is named near the top, after a greeting, a name or a headline. */
const TITLE_LINES = 8;
const LONGEST_TITLE = 200;
/** Marks of messengers for bold, italic and struck text; pictures; bullets. */
const DECORATION = /(?:[*_~`•▪➤\p{Extended_Pictographic}]|\uFE0F)+/gu;
const LEAD =
  /^(?:(?:loker|lowongan(?: (?:kerja|pekerjaan))?|kami|segera|urgent(?:ly)?|di ?butuhkan|membutuhkan|di ?cari|mencari|hiring|we are|(?:is )?looking for|posisi|position|jabatan|sebagai)\b[\s:!,.-]*)+/iu;

/**
 * Reads an advertisement without fields, as people paste it from a chat.
 *
 * Shape: the title is the first of the upper lines that names an occupation, else the first line; places are the
 * narrowest that are named.
 */
export function readPastedAd(
  text: string,
  { vacancies, places }: { vacancies: VacancyReader; places: Places },
): PastedAd {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(DECORATION, ' ').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const titles = lines
    .slice(0, TITLE_LINES)
    .map(toTitle)
    .filter((line) => line !== '');
  const named = titles.find(
    (title) => vacancies.read({ title, description: '' }).occupation !== null,
  );
  const title = named ?? titles.at(0) ?? '';
  const description = lines.join('\n');
  return {
    title,
    understanding: vacancies.read({ title, description }),
    regionCodes: findPlaces(description, places),
    employment: parseEmploymentType(description),
  };
}

const toTitle = (line: string) => line.replace(LEAD, '').slice(0, LONGEST_TITLE).trim();

function findPlaces(text: string, places: Places): string[] {
  const codes = places
    .find(text)
    .filter(({ confidenceBp }) => confidenceBp >= RESOLVED_CONFIDENCE_BP)
    .map(({ id }) => id);
  return [...new Set(codes)].filter(
    (code, _, all) => !all.some((other) => other !== code && isWithin(other, code)),
  );
}
