import { type TitleFeature, type TitleScores, titleFeatures } from './features';

type Weights = Readonly<Partial<Record<TitleFeature, number>>>;

const IN_PROCESS = { words: 0.5, stems: 0.5, grams: 0.3, bestName: 0.15 } as const;
/** An unknown word counts half as it stands and half as the known word that it may be. */
const CORRECTED = {
  words: 0.25,
  stems: 0.25,
  correctedWords: 0.25,
  correctedStems: 0.25,
  grams: 0.3,
  bestName: 0.15,
} as const;

/** What each way of scoring counts, `blend` first. Reasons and figures: docs/adr/0009-title-ranking.md. */
export const titleVariants = {
  blend: { ...CORRECTED, search: 0.3 },
  'blend-search-1.0': { ...CORRECTED, search: 1 },
  'blend-grams-0.5': { ...CORRECTED, grams: 0.5, search: 0.3 },
  'no-search': CORRECTED,
  'no-correction': { ...IN_PROCESS, search: 0.3 },
  'no-correction-search-2.0': { ...IN_PROCESS, search: 2 },
  'all-corrected': {
    correctedWords: 0.5,
    correctedStems: 0.5,
    grams: 0.3,
    bestName: 0.15,
    search: 0.3,
  },
  'in-process': IN_PROCESS,
  search: { search: 1 },
  words: { words: 1 },
  stems: { stems: 1 },
  grams: { grams: 1 },
  'best-name': { bestName: 1 },
} satisfies Record<string, Weights>;

export type TitleVariant = keyof typeof titleVariants;

/** One number a group: the weighted sum of a variant. */
export function blend(scores: TitleScores, variant: TitleVariant): number[] {
  const weights: Weights = titleVariants[variant];
  return scores.words.map((_, group) =>
    titleFeatures.reduce((sum, name) => sum + (weights[name] ?? 0) * scores[name][group], 0),
  );
}
