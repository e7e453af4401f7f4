import { Arg } from 'type-graphql';
import type { Lang } from '../errors';
import type { Context } from './context';
import { LangEnum } from './enums';

/** Every text in two languages is asked for so. */
export const LangArg = () =>
  Arg('lang', () => LangEnum, {
    nullable: true,
    description: 'Language; by default the one of the Accept-Language header, else Indonesian.',
  });

/** The language to answer in. */
export const langOf = (lang: Lang | null | undefined, context: Context): Lang =>
  lang ?? context.lang;
