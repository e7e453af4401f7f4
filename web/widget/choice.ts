import type { Point, Settings } from './settings';

/** By what a list can be narrowed; the names of the GraphQL enum VacancyFacet. */
export const KINDS = ['EMPLOYMENT_TYPE', 'REGION', 'OCCUPATION'] as const;
export type Kind = (typeof KINDS)[number];

export type Order = 'RELEVANCE' | 'NEWEST' | 'CLOSING_SOON' | 'WAGE' | 'DISTANCE';

/** What the visitor looks for now. */
export interface Choice {
  query: string;
  chosen: Readonly<Record<Kind, readonly string[]>>;
  near: Point | null;
  order: Order;
}

/** Where a visitor begins. */
export function firstChoice({ query, employmentTypes, near }: Settings): Choice {
  const point = near === 'off' ? null : near;
  return {
    query,
    chosen: { EMPLOYMENT_TYPE: employmentTypes, REGION: [], OCCUPATION: [] },
    near: point,
    order: point === null || query !== '' ? 'RELEVANCE' : 'DISTANCE',
  };
}

/** The choice with one value added, or taken away where it was chosen. */
export function toggle(choice: Choice, kind: Kind, key: string): Choice {
  const before = choice.chosen[kind];
  const after = before.includes(key) ? before.filter((other) => other !== key) : [...before, key];
  return { ...choice, chosen: { ...choice.chosen, [kind]: after } };
}

export const countChosen = ({ chosen }: Choice) =>
  KINDS.reduce((sum, kind) => sum + chosen[kind].length, 0);

/** The GraphQL filter, without the conditions of one kind where that kind is counted. */
function filterOf(choice: Choice, regions: readonly string[], without?: Kind) {
  const given = (kind: Kind) => {
    const values = kind === without ? [] : choice.chosen[kind];
    return values.length === 0 ? undefined : values;
  };
  return {
    q: choice.query === '' ? undefined : choice.query,
    employmentTypes: given('EMPLOYMENT_TYPE'),
    regionCodes: given('REGION') ?? (regions.length === 0 ? undefined : regions),
    occupationIds: given('OCCUPATION'),
    near: choice.near ?? undefined,
  };
}

/**
 * The variables of WidgetList; `after`: null for the first page. A kind of which something is chosen is counted under
 * all conditions but its own, so that each toggle tells what it would add.
 */
export function listVariables(choice: Choice, settings: Settings, after: string | null) {
  const { regions, limit, lang } = settings;
  const isFirst = after === null;
  const isCounted = (kind: Kind) => isFirst && choice.chosen[kind].length > 0;
  const counted = (kind: Kind) => (isCounted(kind) ? filterOf(choice, regions, kind) : undefined);
  return {
    filter: filterOf(choice, regions),
    first: limit,
    after: after ?? undefined,
    orderBy: choice.order,
    lang: lang.toUpperCase(),
    isFirst,
    by: KINDS.filter((kind) => !isCounted(kind)),
    withTypes: isCounted('EMPLOYMENT_TYPE'),
    anyType: counted('EMPLOYMENT_TYPE'),
    withRegions: isCounted('REGION'),
    anyRegion: counted('REGION'),
    withOccupations: isCounted('OCCUPATION'),
    anyOccupation: counted('OCCUPATION'),
  };
}
