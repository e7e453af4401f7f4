import { Bm25 } from './bm25';
import { GramVectors } from './grams';
import type { UnitGroup } from './groups';
import { Vocabulary } from './vocabulary';
import type { TitleSearch } from './word-search';
import { stemsOf, wordsOf } from './words';

/** The ways of scoring a title against a group. */
export const titleFeatures = [
  'words',
  'stems',
  'correctedWords',
  'correctedStems',
  'grams',
  'bestName',
  'search',
] as const;
export type TitleFeature = (typeof titleFeatures)[number];

/** By way of scoring: one number a group, 1 for the best group of the title. */
export type TitleScores = Readonly<Record<TitleFeature, readonly number[]>>;

/** Scores titles in every way; which count how much is for `blend` to say. */
export class TitleScorer {
  private readonly words: Bm25;
  private readonly stems: Bm25;
  private readonly grams: GramVectors;
  private readonly names: GramVectors;
  /** Where each group's names begin among all names. */
  private readonly nameStarts: readonly number[];
  private readonly vocabulary: Vocabulary;

  constructor(
    groups: readonly UnitGroup[],
    private readonly search: TitleSearch,
  ) {
    const texts = groups.map(({ title, body, names }) => [title, title, body, ...names].join('\n'));
    const words = texts.map(wordsOf);
    this.words = new Bm25(words);
    this.vocabulary = new Vocabulary(words);
    this.stems = new Bm25(texts.map(stemsOf));
    this.grams = new GramVectors(texts);
    const names = groups.map(({ title, names: others }) => [title, ...others]);
    this.names = new GramVectors(names.flat());
    let start = 0;
    this.nameStarts = names.map(({ length }) => {
      start += length;
      return start - length;
    });
  }

  /** Cost: one request to the search server, and some milliseconds. */
  async score(title: string): Promise<TitleScores> {
    const words = wordsOf(title);
    const corrected = words.map((word) => this.vocabulary.correct(word));
    return {
      words: scale(this.words.score(words)),
      stems: scale(this.stems.score(stemsOf(title))),
      correctedWords: scale(this.words.score(corrected)),
      correctedStems: scale(this.stems.score(stemsOf(corrected.join(' ')))),
      grams: scale(this.grams.similarities(title)),
      bestName: scale(this.scoreNames(title)),
      search: scale(await this.search.score(words)),
    };
  }

  private scoreNames(title: string): number[] {
    const all = this.names.similarities(title);
    return this.nameStarts.map((start, group) =>
      Math.max(...all.slice(start, this.nameStarts[group + 1])),
    );
  }
}

function scale(scores: readonly number[]): readonly number[] {
  const most = Math.max(...scores);
  return most > 0 ? scores.map((score) => score / most) : scores;
}
