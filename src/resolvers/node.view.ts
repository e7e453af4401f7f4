import { Field, ID, InterfaceType } from 'type-graphql';
import { For } from './audience';

/** Whatever has a global id; each type that carries it is an instance of its view class. */
@InterfaceType('Node', { description: 'An object with a global id that `node` finds again.' })
@For('public')
export abstract class Node {
  @For('public')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;
}
