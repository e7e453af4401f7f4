import { officeDay } from '../../../../text/office-day';
import { needed } from '../api';
import { sentence } from '../fit/handlers';
import type { Visit } from '../visit';
import { type ChosenWork, chooseWork } from './choose-work';
import { READ_START } from './operations';
import { type StartForm } from './start-form';

interface RegionAnswer {
  code: string;
  label: string;
  parent: { label: string } | null;
}
interface Suggestion {
  type: string;
  matchedText: string;
  isResolved: boolean;
  isCorrected: boolean;
  concept: { id: string; label: string } & Partial<RegionAnswer>;
}
interface StartAnswer {
  me: { fullName: string; competencies: { competency: { id: string } }[] } | null;
  consentTexts: { purpose: string; version: string; text: string }[];
  suggestFromText?: {
    education: string | null;
    experienceMonths: number | null;
    suggestions: Suggestion[];
  };
  guidedStart?: {
    occupations: {
      occupation: { id: string; label: string };
      tickBoxes: { necessity: string; competency: { id: string; label: string } }[];
    }[];
  };
  regions?: { edges: { node: RegionAnswer }[] };
}

/** One competency to be ticked. */
export interface Tick {
  readonly id: string;
  readonly label: string;
  /** The words that led to it; null for what an occupation needs. */
  readonly words: string | null;
  readonly isTicked: boolean;
}

/** What the page of a beginning shows. */
export interface Start {
  readonly isRegistered: boolean;
  readonly named: readonly Tick[];
  readonly worked: readonly { id: string; label: string; ticks: readonly Tick[] }[];
  readonly work: ChosenWork;
  readonly education: string | null;
  /** How long the words say that the person worked; null = not said. */
  readonly experienceMonths: number | null;
  readonly regions: readonly (readonly [code: string, label: string])[];
  /** Most probable region; empty = none is. */
  readonly regionCode: string;
  readonly consent: { version: string; text: string };
}

/** What the words and the place of a form say. Cost: one operation; nothing is stored. */
export async function readStart(visit: Visit, form: StartForm): Promise<Start> {
  const text = form.words === '' ? '' : sentence(form);
  const told = await visit.ask<StartAnswer>(READ_START, {
    ...{ text, hasText: text !== '', place: form.place, hasPlace: form.place !== '' },
  });
  const answer = needed(told);
  const held = new Set(answer.me?.competencies.map(({ competency }) => competency.id));
  const suggestions = answer.suggestFromText?.suggestions ?? [];
  const named = suggestions
    .filter(({ type, concept }) => type === 'COMPETENCY' && !held.has(concept.id))
    .map((found) => toTick(found.concept, found.matchedText, isSure(found), form));
  const shown = new Set([...held, ...named.map(({ id }) => id)]);
  const regions = findRegions(suggestions, answer.regions?.edges ?? []);
  const occupations = answer.guidedStart?.occupations ?? [];
  const said = {
    offered: occupations.map(({ occupation }) => occupation.id),
    sure: suggestions.filter((found) => found.type === 'OCCUPATION' && isSure(found)).map(idOf),
    months: answer.suggestFromText?.experienceMonths ?? null,
  };
  const consent = answer.consentTexts.find(({ purpose }) => purpose === 'MATCHING');
  return {
    isRegistered: answer.me !== null,
    named,
    work: chooseWork(form, said, officeDay(visit.now)),
    worked: occupations.map(({ occupation, tickBoxes }) => ({
      ...occupation,
      ticks: tickBoxes
        .filter(({ competency }) => isNew(shown, competency.id))
        .slice(0, MOST_TICKS)
        .map(({ competency }) => toTick(competency, null, false, form)),
    })),
    education: answer.suggestFromText?.education ?? null,
    experienceMonths: said.months,
    regions,
    regionCode: regions.length === 1 || suggestions.some(isRegion) ? (regions[0]?.[0] ?? '') : '',
    consent: { version: consent?.version ?? '', text: consent?.text ?? '' },
  };
}

const idOf = ({ concept }: Suggestion) => concept.id;

const MOST_TICKS = 12;

/** What is understood is ticked, a guess at misspelt words is not; what was shown before stays as the person left it. */
function toTick(
  { id, label }: { id: string; label: string },
  words: string | null,
  isSure: boolean,
  { offered, ticked }: StartForm,
): Tick {
  return { id, label, words, isTicked: offered.includes(id) ? ticked.includes(id) : isSure };
}

function isNew(shown: Set<string>, id: string): boolean {
  const isFirst = !shown.has(id);
  shown.add(id);
  return isFirst;
}

/** Understood without a guess at misspelt words. */
const isSure = ({ isResolved, isCorrected }: Suggestion) => isResolved && !isCorrected;

const isRegion = ({ type, concept }: Suggestion) => type === 'REGION' && concept.code !== 'ID';

/** Those that the words name first, then those whose names hold the place; the nation is no place to live. */
function findRegions(
  suggestions: readonly Suggestion[],
  found: readonly { node: RegionAnswer }[],
): [string, string][] {
  const named = suggestions.filter(isRegion).map(({ concept }) => concept);
  const all = new Map<string, string>();
  for (const { code, label, parent } of [...named, ...found.map(({ node }) => node)]) {
    if (code === undefined || code === 'ID' || all.has(code)) continue;
    all.set(code, parent ? `${label}, ${parent.label}` : label);
  }
  return [...all];
}
