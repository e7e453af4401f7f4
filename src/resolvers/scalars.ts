import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { type Localised, reasons } from '../errors';

// Before 1900 nobody looks for work and after 2199 no date is meant: such a year is a slip of the pen.
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
// 15 digits, 999 thousand milliard rupiah: within JavaScript's exact integers and PostgreSQL's bigint.
const RUPIAH = /^(0|[1-9]\d{0,14})$/;

/** A refusal of a value, with a code and a reason in both languages for whoever presents it. */
function refusal(reason: Localised, nodes?: ValueNode): GraphQLError {
  return new GraphQLError(reason.en, { nodes, extensions: { code: 'BAD_USER_INPUT', reason } });
}

/** A function that reads a literal as `read` reads a value; its refusal says where the literal stands. */
function literal<T>(read: (value: unknown) => T): (node: ValueNode) => T {
  return (node) => {
    try {
      const isScalar = node.kind === Kind.STRING || node.kind === Kind.INT;
      return read(isScalar ? node.value : null);
    } catch (error) {
      const { reason } = (error as GraphQLError).extensions as { reason: Localised };
      throw refusal(reason, node);
    }
  };
}

function within<T>(read: () => T, yearOf: (value: T) => number, reason: Localised): T {
  let value: T;
  try {
    value = read();
  } catch {
    throw refusal(reason);
  }
  const year = yearOf(value);
  if (year < FIRST_YEAR || year > LAST_YEAR) throw refusal(reasons.year);
  return value;
}

function readDate(value: unknown): string {
  const read = () => GraphQLLocalDate.parseValue(value);
  return within(read, (text) => Number(text.slice(0, 4)), reasons.date);
}

/** A calendar day, `YYYY-MM-DD`; a string inside, as TypeORM's `date` columns. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar day, `YYYY-MM-DD`.',
  serialize: (value) => GraphQLLocalDate.serialize(value),
  parseValue: readDate,
  parseLiteral: literal(readDate),
});

function readDateTime(value: unknown): Date {
  const read = () => GraphQLDateTime.parseValue(value);
  return within(read, (instant) => instant.getUTCFullYear(), reasons.dateTime);
}

/** An instant, RFC 3339; a `Date` inside. */
export const DateTimeScalar = new GraphQLScalarType<Date, Date | string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339, such as `2026-01-31T08:00:00Z`.',
  serialize: (value) => GraphQLDateTime.serialize(value),
  parseValue: readDateTime,
  parseLiteral: literal(readDateTime),
});

function readRupiah(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && RUPIAH.test(text)) return text;
  throw refusal(reasons.rupiah);
}

/** Whole rupiah as a decimal string, inside and outside: GraphQL's `Int` ends at Rp2.1 milliard. */
export const RupiahScalar = new GraphQLScalarType<string, string>({
  name: 'Rupiah',
  description: 'Whole rupiah as a decimal string: `"3500000"`. A whole number is accepted too.',
  serialize: readRupiah,
  parseValue: readRupiah,
  parseLiteral: literal(readRupiah),
});

/** A JSON value of the service's own making; never taken as input. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A JSON value; only in answers.',
  serialize: (value) => value,
  parseValue: () => {
    throw refusal(reasons.notAnObject);
  },
});
