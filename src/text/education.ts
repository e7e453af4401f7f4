import { type EducationLevel, educationLevels } from '../entities/vocabulary';

/** The least education a text asks for, with the words that say so. */
export interface EducationMention {
  readonly level: EducationLevel;
  readonly matchedText: string;
  readonly start: number;
  readonly end: number;
}

// Upper case only for SD ("sd" also abbreviates "sampai dengan") and for Roman numerals ("di" is "in"; advertisements in
// capitals write it "DI", so I alone stands apart from its D). "master" alone names software and trades.
const WORDS: readonly (readonly [EducationLevel, RegExp])[] = [
  ['S3', /\bS[-\s]?3\b|\b(?:doktor(?:al)?|ph\.?d|doctoral|doctorate)\b/i],
  [
    'S2',
    /\bS[-\s]?2\b|\b(?:strata (?:2|dua)|pasca ?sarjana|magister|master(?:'s|s)? degree|post ?graduate)\b/i,
  ],
  [
    'S1',
    /\bS[-\s]?1\b|\b(?:strata (?:1|satu)|sarjana|bachelor(?:'s|s)?|undergraduate|university (?:degree|graduate))\b/i,
  ],
  ['D4', /\bD[-\s]?4\b|\b(?:diploma (?:4|iv|empat)|sarjana terapan)\b/i],
  ['D4', /\bD[-\s]?IV\b/],
  ['D3', /\bD[-\s]?3\b|\b(?:diploma(?: (?:3|iii|tiga))?|akademi)\b/i],
  ['D3', /\bD[-\s]?III\b/],
  ['D2', /\bD[-\s]?2\b|\bdiploma (?:2|ii|dua)\b/i],
  ['D2', /\bD[-\s]?II\b/],
  ['D1', /\bD[-\s]?1\b|\bdiploma (?:1|i|satu)\b/i],
  ['D1', /\bD(?:[- ]I\b(?! [YJ][Oo][Gg])|I(?=\s?\/\s?D(?:II|\d)))/],
  [
    'SMA',
    /\b(?:SMA|SMU|SLTA|MA sederajat|sekolah menengah atas|(?:senior )?high school|aliyah)\b/i,
  ],
  ['SMK', /\b(?:SMK|STM|SMEA|sekolah menengah kejuruan|vocational (?:high )?school)\b/i],
  ['SMP', /\b(?:SMP|SLTP|sekolah menengah pertama|junior high school|tsanawiyah)\b/i],
  ['SD', /\b(?:SD|[Ss]ekolah [Dd]asar|[Ee]lementary school)\b/],
];

/** How education is named. */
export const EDUCATION_PATTERNS: readonly RegExp[] = WORDS.map(([, pattern]) => pattern);

/**
 * The lowest education level that a text names; "D3 / S1" asks for D3, "SMA/SMK" for SMA.
 *
 * Shape: null when none is named; a word that teaches ("Guru SMP") is not read as a demand, nor is a group of blood or a
 * block of houses.
 */
export function findEducation(text: string): EducationMention | null {
  let lowest: EducationMention | null = null;
  for (const [level, pattern] of WORDS) {
    for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
      if (isTaughtLevel(text, match.index) || isOtherLetter(text, match.index)) continue;
      const mention = {
        level,
        matchedText: match[0],
        start: match.index,
        end: match.index + match[0].length,
      };
      if (lowest === null || educationRank(level) < educationRank(lowest.level)) lowest = mention;
    }
  }
  return lowest;
}

/** Where a level stands in the order of schooling; SMA and SMK are equals. */
function educationRank(level: EducationLevel): number {
  return educationLevels.indexOf(level === 'SMK' ? 'SMA' : level);
}

/** "Golongan darah S 1", "Blok D 1". */
function isOtherLetter(text: string, at: number): boolean {
  return /\b(?:gol(?:ongan|\.)? darah|blok)[\s:]*$/i.test(text.slice(Math.max(0, at - 20), at));
}

function isTaughtLevel(text: string, at: number): boolean {
  return /\b(?:guru|teacher|mengajar|pengajar|siswa|murid|anak|tingkat|kelas|jenjang)\b[^.|;]{0,25}$/i.test(
    text.slice(Math.max(0, at - 40), at),
  );
}
