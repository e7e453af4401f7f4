import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { type Audience, audiences } from '../../src/resolvers/audience';
import { schemaOf } from '../resolvers/graph-world';
import { personalData } from './personal-data';

/** Every field of every type that a client of the audience can read, as `Type.field`. */
function fieldsOf(schema: GraphQLSchema): { name: string; at: string }[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.keys((type as { getFields(): object }).getFields()).map((name) => ({
        name,
        at: `${type.name}.${name}`,
      })),
    );
}

/** The types that a type leads to, but for those behind `doors`, which ask for rights of their own. */
function nextTypes(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  doors: readonly string[],
): readonly GraphQLNamedType[] {
  if (isUnionType(type)) return type.getTypes();
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).filter(
    ({ name }) => !doors.includes(`${type.name}.${name}`),
  );
  const possible = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  return [...possible, ...fields.map((field) => getNamedType(field.type))];
}

function reachableFrom(
  schema: GraphQLSchema,
  root: GraphQLNamedType,
  doors: readonly string[],
): Set<string> {
  const seen = new Set<string>();
  const waiting = [root];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (seen.has(type.name)) continue;
    seen.add(type.name);
    waiting.push(...nextTypes(schema, type, doors));
  }
  return seen;
}

describe('what a schema tells of a person', () => {
  it.each(audiences)('stands in the privacy table, and nothing else does: %s', (audience) => {
    const fields = fieldsOf(schemaOf(audience));
    for (const [datum, { fields: names, at }] of Object.entries(personalData)) {
      const told = fields.filter(({ name }) => names.test(name)).map((field) => field.at);
      expect({ datum, told: told.sort() }).toEqual({
        datum,
        told: [...(at[audience] ?? [])].sort(),
      });
    }
  });

  it('is nothing at all to the public', () => {
    const schema = schemaOf('public');
    for (const { at } of Object.values(personalData)) expect(at.public).toBeUndefined();
    const names = Object.keys(schema.getTypeMap());
    expect(
      names.filter((name) => /Candidate|MyProfile|Contact|Application|Consent/.test(name)),
    ).toEqual([]);
  });

  it.each(audiences)('is in no event but behind a pseudonym: %s', (audience: Audience) => {
    const schema = schemaOf(audience);
    const events = schema.getSubscriptionType();
    if (!events) return;
    // A vacancy in an event leads to everything that its reader may ask for, under the reader's own rights.
    const doors = ['MatchEvent.vacancy', 'VacancyChange.vacancy'];
    const reached = reachableFrom(schema, events, doors);
    for (const name of ['CandidateContact', 'MyProfile', 'Application', 'Disclosure']) {
      expect([...reached]).not.toContain(name);
    }
  });
});
