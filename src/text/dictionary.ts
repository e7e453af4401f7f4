import type { AliasRuleKind } from '../entities/vocabulary';
import {
  type AliasRule,
  type ConceptMatch,
  isImported,
  type OccupationTerm,
  type TermCatalogue,
} from './concepts';
import {
  confidenceOf,
  type DictionaryEntry,
  type DictionaryType,
  dictionaryTypes,
  type FindOptions,
  isUsable,
} from './dictionary-entry';
import { letterCount, type Token, termKey, tokenise } from './tokens';

/** A match together with the words it covers. */
export interface TermMatch extends ConceptMatch {
  readonly type: DictionaryType;
  readonly firstToken: number;
  readonly tokenCount: number;
  readonly rule: AliasRuleKind | null;
}

/** Aliases of three letters or fewer count only alone, whatever the reference data says. */
const SHORT_ALIAS_LETTERS = 3;

/** Whole-word n-grams over the labels and aliases of competencies and occupations. */
export class Dictionary {
  private readonly entries: Record<DictionaryType, Map<string, DictionaryEntry[]>> = {
    COMPETENCY: new Map(),
    OCCUPATION: new Map(),
  };
  /** Each word with the number of terms that hold it. */
  private readonly vocabulary = new Map<string, number>();
  /** Words of the terms that were chosen here. */
  private readonly ownWords = new Set<string>();
  /** Terms that gave way to one that was there before, as "type term". */
  private readonly withheld = new Set<string>();
  private longestTerm = 1;

  constructor(catalogue: TermCatalogue) {
    const rules = new Map(catalogue.rules.map((rule) => [termKey(rule.alias), rule]));
    for (const rule of catalogue.rules) {
      if (rule.rule === 'AMBIGUOUS' || rule.rule === 'NOT_A_TERM') this.addTargets(rule);
    }
    const isOwn = ({ id }: { id: string }) => !isImported(id);
    this.addConcepts(catalogue, rules, isOwn);
    for (const word of this.vocabulary.keys()) this.ownWords.add(word);
    this.addConcepts(catalogue, rules, (concept) => !isOwn(concept));
  }

  private addConcepts(
    { competencies, occupations }: TermCatalogue,
    rules: ReadonlyMap<string, AliasRule>,
    isWanted: (concept: { id: string }) => boolean,
  ): void {
    const wanted = {
      COMPETENCY: competencies.filter(isWanted),
      OCCUPATION: occupations.filter(isWanted),
    };
    for (const type of dictionaryTypes) {
      for (const { id, aliases } of wanted[type]) {
        for (const alias of aliases) this.addAlias(type, id, alias, rules);
      }
    }
    // Labels come second: an alias was chosen with care, a label must not take it away.
    for (const type of dictionaryTypes) {
      for (const concept of wanted[type]) this.addLabels(type, concept, rules);
    }
  }

  /** Takes one more alias, which then counts as any other. */
  learn(type: DictionaryType, id: string, alias: string): void {
    if (this.entries[type].get(termKey(alias))?.some((known) => known.id === id)) return;
    this.add(type, termKey(alias), { id, rule: null, isLabel: false });
  }

  /**
   * Forgets an alias that was learnt, now or before this dictionary was built; the others count on as they did.
   *
   * Shape: false when another name gave way to it, which only a dictionary built anew would know; then nothing changes.
   */
  unlearn(type: DictionaryType, id: string, alias: string): boolean {
    const key = termKey(alias);
    const words = key.split(' ');
    const known = this.entries[type].get(key) ?? [];
    const rest = known.filter((entry) => entry.id !== id || entry.isLabel);
    if (rest.length === known.length) return true;
    const hidesOthers = [key, ...words].some((each) =>
      dictionaryTypes.some((one) => this.withheld.has(`${one} ${each}`)),
    );
    if (hidesOthers) return false;
    if (rest.length > 0) {
      this.entries[type].set(key, rest);
      return true;
    }
    this.entries[type].delete(key);
    for (const word of words) {
      const uses = (this.vocabulary.get(word) ?? 1) - 1;
      if (uses > 0) this.vocabulary.set(word, uses);
      else {
        this.vocabulary.delete(word);
        this.ownWords.delete(word);
      }
    }
    return true;
  }

  /** The targets of one exact term, however carefully it counts in a text. */
  lookUp(type: DictionaryType, term: string): readonly string[] {
    const entries = this.entries[type].get(termKey(term)) ?? [];
    return entries.filter((entry) => entry.rule !== 'NOT_A_TERM').map((entry) => entry.id);
  }

  /** Whether a folded word occurs in any term. */
  hasWord(word: string): boolean {
    return this.vocabulary.has(word);
  }

  /**
   * The concepts of one type in a text: the longest term at each place, left to right.
   *
   * Shape: an ambiguous term gives one match per target, at a share of the confidence.
   * Cost: O(words × longest term).
   */
  find(
    type: DictionaryType,
    text: string,
    options: FindOptions,
    tokens = tokenise(text),
  ): TermMatch[] {
    const matches: TermMatch[] = [];
    let coveredUntil = 0;
    for (let index = 0; index < tokens.length; index++) {
      const found = this.longestAt(type, text, tokens, index, options);
      const length = found[0]?.tokenCount ?? 0;
      if (found[0]?.rule === 'NOT_A_TERM') {
        coveredUntil = index + length;
        continue;
      }
      // "membuat laporan keuangan": terms may share a word, a single word inside a term says nothing new.
      const isNew =
        index >= coveredUntil ? length > 0 : length > 1 && index + length > coveredUntil;
      if (!isNew) continue;
      matches.push(...found);
      coveredUntil = index + length;
    }
    return matches;
  }

  private longestAt(
    type: DictionaryType,
    text: string,
    tokens: readonly Token[],
    first: number,
    options: FindOptions,
  ): TermMatch[] {
    for (let count = this.termRoom(tokens, first, options); count > 0; count--) {
      const words = tokens.slice(first, first + count);
      const key = words.map((word) => word.text).join(' ');
      const entries = this.entries[type].get(key) ?? this.entries[type].get(singular(key));
      const usable = entries?.filter((entry) =>
        isUsable(type, entry, tokens, first, count, options),
      );
      if (usable === undefined || usable.length === 0) continue;
      const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
      return usable.map((entry) => ({
        type,
        id: entry.id,
        rule: entry.rule,
        matchedText: text.slice(start, end),
        start,
        end,
        confidenceBp: confidenceOf(entry, count, usable.length),
        firstToken: first,
        tokenCount: count,
      }));
    }
    return [];
  }

  /** How many words from `first` on may form one term: up to a break, a masked word or the longest term. */
  private termRoom(tokens: readonly Token[], first: number, options: FindOptions): number {
    const limit = Math.min(this.longestTerm, tokens.length - first);
    let count = 0;
    while (count < limit) {
      if (options.isMasked?.(first + count)) break;
      if (count > 0 && tokens[first + count]?.startsSegment) break;
      count++;
    }
    return count;
  }

  private addAlias(
    type: DictionaryType,
    id: string,
    alias: string,
    rules: ReadonlyMap<string, AliasRule>,
  ): void {
    const key = termKey(alias);
    this.add(type, key, { id, rule: ruleFor(rules, key, type, id), isLabel: false });
  }

  /** A rule may name more concepts than hold the alias themselves. */
  private addTargets(rule: AliasRule): void {
    for (const type of dictionaryTypes) {
      for (const id of targetsOf(rule, type)) {
        this.add(type, termKey(rule.alias), { id, rule: rule.rule, isLabel: false });
      }
    }
  }

  private addLabels(
    type: DictionaryType,
    concept: Pick<OccupationTerm, 'id' | 'labelId' | 'labelEn'>,
    rules: ReadonlyMap<string, AliasRule>,
  ): void {
    for (const label of [concept.labelId, concept.labelEn]) {
      for (const form of [label, label.replace(/\s*\([^)]*\)/g, '')]) {
        const key = termKey(form);
        if (this.entries[type].has(key)) {
          this.withheld.add(`${type} ${key}`);
          continue;
        }
        this.add(type, key, {
          id: concept.id,
          rule: ruleFor(rules, key, type, concept.id),
          isLabel: true,
        });
      }
    }
  }

  private add(type: DictionaryType, key: string, entry: DictionaryEntry): void {
    if (key === '') return;
    const isShort = letterCount(key) <= SHORT_ALIAS_LETTERS && entry.rule === null;
    const entries = this.entries[type].get(key) ?? [];
    // A classification has programs named "Chef" and "STAF": a word in use here keeps its meaning.
    const isOurs = this.ownWords.has(key) || entries.some(({ id }) => !isImported(id));
    const isKnown = entries.some((known) => known.id === entry.id);
    if (isKnown || (isImported(entry.id) && isOurs)) {
      this.withheld.add(`${type} ${key}`);
      return;
    }
    entries.push(isShort ? { ...entry, rule: 'WHOLE_QUERY_ONLY' } : entry);
    this.entries[type].set(key, entries);
    const words = key.split(' ');
    if (entries.length === 1) {
      for (const word of words) this.vocabulary.set(word, (this.vocabulary.get(word) ?? 0) + 1);
    }
    this.longestTerm = Math.max(this.longestTerm, words.length);
  }
}

function ruleFor(
  rules: ReadonlyMap<string, AliasRule>,
  key: string,
  type: DictionaryType,
  id: string,
): AliasRuleKind | null {
  const rule = rules.get(key);
  return rule !== undefined && targetsOf(rule, type).includes(id) ? rule.rule : null;
}

function targetsOf(rule: AliasRule, type: DictionaryType): readonly string[] {
  return type === 'COMPETENCY' ? rule.competencyIds : rule.occupationIds;
}

/** "Invoices", "sales reports": the English plural of a longer word stands for its singular. */
function singular(key: string): string {
  return /[a-z]{3}[^s]s$/.test(key) ? key.slice(0, -1) : key;
}
