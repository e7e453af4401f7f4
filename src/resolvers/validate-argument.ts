import { type ValidationError, type ValidatorOptions, validate } from 'class-validator';
import { type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { ValidatorFn } from 'type-graphql';
import { type AppError, errors } from '../errors';
import { argumentReason } from './argument-reason';

const options: ValidatorOptions = {
  forbidUnknownValues: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  // Absent optional fields are no fault; GraphQL itself demands the required ones.
  skipMissingProperties: true,
};

/**
 * Checks an argument by the class-validator decorators of its class; for `buildSchema({ validateFn })`.
 *
 * Errors: AggregateError of BAD_USER_INPUT, each with the path from the argument's name on.
 */
export const validateArgument: ValidatorFn = async (value, type, { info }) => {
  const found = await faultsOf(value);
  if (found.length > 0) throw new AggregateError(describe(found, argumentNames(type, info)));
};

async function faultsOf(value: unknown): Promise<ValidationError[]> {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return validate(value, options);
  const found = await Promise.all(value.map(faultsOf));
  return found.flatMap((children, index) =>
    children.length === 0
      ? []
      : [Object.assign(new ItemFault(), { property: `${index}`, children })],
  );
}

/** The faults of one item of a list argument. */
class ItemFault implements ValidationError {
  property: string;
  children: ValidationError[];
  toString(): string {
    return this.property;
  }
}

/** The name of the one argument of this input type; nothing for an arguments class, whose properties are arguments. */
function argumentNames(type: unknown, info: GraphQLResolveInfo): readonly string[] {
  const field = info.parentType.getFields()[info.fieldName];
  const name = typeof type === 'function' ? type.name : '';
  const found = field?.args.find((argument) => getNamedType(argument.type).name === name);
  return found === undefined ? [] : [found.name];
}

/** The entry at fault, where a check of a list gives its index as message. */
const entryOf = (text: string): readonly string[] => (/^\d+$/.test(text) ? [text] : []);

function describe(faults: readonly ValidationError[], parents: readonly string[]): AppError[] {
  return faults.flatMap(({ property, constraints, contexts, children }) => {
    const path = [...parents, property];
    const own = Object.entries(constraints ?? {})
      .slice(0, 1)
      .map(([name, text]) =>
        errors.input.invalid(
          [...path, ...entryOf(text)].join('.'),
          argumentReason(name, text, contexts?.[name]),
        ),
      );
    return [...own, ...describe(children ?? [], path)];
  });
}
