import { Ctx, Field, ID, InterfaceType } from 'type-graphql';
import type { Lang } from '../errors';
import { For } from './audience';
import type { Context } from './context';
import { LangArg, langOf } from './lang.arg';

/** Whatever has a global id; each type that carries it is an instance of its view class. */
@InterfaceType('Node', { description: 'An object with a global id that `node` finds again.' })
@For('public')
export abstract class Node {
  @For('public')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;
}

@InterfaceType('Concept', {
  implements: Node,
  description: 'What words may mean: a competency, an occupation or a region.',
})
@For('public')
export abstract class Concept extends Node {
  labelId: string;
  labelEn: string;

  @For('public')
  @Field(() => String, { description: 'Its name.' })
  label(@LangArg() lang: Lang | null, @Ctx() context: Context): string {
    return langOf(lang, context) === 'ID' ? this.labelId : this.labelEn;
  }
}
