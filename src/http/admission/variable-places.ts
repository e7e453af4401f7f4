import { type DocumentNode, visit } from 'graphql';
import { fieldOf } from './literal-rule';

/** Where the value of a variable goes, such as `filter.q`; its own name when that is nowhere or in several places. */
export type PlaceOf = (variable: string) => string;

const placesOf = new WeakMap<DocumentNode, ReadonlyMap<string, ReadonlySet<string>>>();

/** Names the input at fault alike, whether its value stands in the document or came as a variable. */
export function variablePlaces(document: DocumentNode): PlaceOf {
  const places = placesOf.get(document) ?? findPlaces(document);
  placesOf.set(document, places);
  return (variable) => {
    const [place = '', ...others] = places.get(variable) ?? [];
    return place === '' || others.length > 0 ? variable : place;
  };
}

function findPlaces(document: DocumentNode): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }, _key, parent, _path, ancestors) => {
      const found = places.get(name.value) ?? new Set();
      places.set(name.value, found.add(fieldOf(ancestors, parent)));
    },
  });
  return places;
}
