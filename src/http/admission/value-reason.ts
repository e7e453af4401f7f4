import type { Localised } from '../../errors';

const TYPE_NEEDED: Localised = {
  en: 'it is not of the type that the schema names',
  id: 'tidak sesuai dengan tipe dalam skema',
};

/** What graphql-js says of values, in the words of this service; the value itself is never repeated. */
const known: readonly (readonly [RegExp, Localised])[] = [
  [/was not provided\.?$/, { en: 'it is needed', id: 'wajib diisi' }],
  [
    /must not be null|not to be null|^Expected value of type "[^"]+!", found null/,
    { en: 'it must not be null', id: 'tidak boleh null' },
  ],
  [
    /^Int cannot represent non 32-bit/,
    {
      en: 'it must be a whole number between -2147483648 and 2147483647',
      id: 'harus bilangan bulat antara -2147483648 dan 2147483647',
    },
  ],
  [/^Int cannot represent/, { en: 'it must be a whole number', id: 'harus bilangan bulat' }],
  [/^Float cannot represent/, { en: 'it must be a number', id: 'harus bilangan' }],
  [/^String cannot represent/, { en: 'it must be text', id: 'harus berupa teks' }],
  [/^Boolean cannot represent/, { en: 'it must be true or false', id: 'harus true atau false' }],
  [/^ID cannot represent/, { en: 'it must be an id', id: 'harus berupa id' }],
  [
    /does not exist in "\w+" enum|^Enum "\w+" cannot represent/,
    {
      en: 'it is none of the values that the schema lists',
      id: 'bukan salah satu nilai dalam skema',
    },
  ],
  [/^Expected type "\w+" to be an object/, { en: 'it must be an object', id: 'harus objek' }],
  [/^Expected value of type /, TYPE_NEEDED],
];

const UNKNOWN_FIELD: Localised = {
  en: 'it has a field that the schema does not list',
  id: 'memuat kolom yang tidak ada dalam skema',
};

/** Why graphql-js refused a value that a document or a variable holds; null when its message is about no value. */
export function valueReason(message: string): Localised | null {
  return known.find(([pattern]) => pattern.test(message))?.[1] ?? null;
}

/** As `valueReason`, for a variable: there, every fault is about the value. */
export function variableReason(message: string): Localised {
  if (/^Field "[^"]*" is not defined/.test(message)) return UNKNOWN_FIELD;
  return valueReason(message) ?? TYPE_NEEDED;
}

/** The argument or field that is missing in an object or a call, by what graphql-js says of it. */
export function missingName(message: string): string | null {
  const [, argument, field] =
    /argument "(\w+)" of type .* is required|Field "(?:\w+\.)?(\w+)" of required type/.exec(
      message,
    ) ?? [];
  return argument ?? field ?? null;
}

/** A syntax error without the text or number that stood where it should not; names of fields and punctuation stay. */
export const withoutValues = (message: string): string =>
  message.replace(/\b(Int|Float|String|BlockString) ".*"/s, '$1');
