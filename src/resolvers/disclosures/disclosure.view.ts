import { Field, ObjectType } from 'type-graphql';
import type { Disclosure } from '../../entities';
import type { PartyKind } from '../../entities/vocabulary';
import { For } from '../audience';
import { PartyKindEnum } from '../contacts/contact.view';
import { connectionOf, edgeOf } from '../lists/connection';
import { DateTimeScalar } from '../scalars';

@ObjectType('Disclosure', {
  description: 'Somebody read who the person is.',
  simpleResolvers: true,
})
@For('candidate')
export class DisclosureView {
  employerKey: string | null;
  vacancyKey: string | null;

  @For('candidate')
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;

  @For('candidate')
  @Field(() => PartyKindEnum, { description: 'Who.' })
  actorKind: PartyKind;

  @For('candidate')
  @Field(() => [String], { description: 'What was read: the names of the fields.' })
  fields: string[];

  @For('candidate')
  @Field(() => String, { description: 'What for, such as APPLICATION.' })
  purpose: string;
}

@ObjectType({ description: 'A reading in its place of the list.', simpleResolvers: true })
@For('candidate')
export class DisclosureEdge extends edgeOf(DisclosureView, 'candidate') {}

@ObjectType({ description: 'Readings, newest first.', simpleResolvers: true })
@For('candidate')
export class DisclosureConnection extends connectionOf(DisclosureEdge, 'candidate') {}

export function toDisclosureView(disclosure: Disclosure): DisclosureView {
  const { at, actorKind, fields, purpose, employerId, vacancyId } = disclosure;
  const keys = { employerKey: employerId, vacancyKey: vacancyId };
  return Object.assign(new DisclosureView(), { at, actorKind, fields, purpose, ...keys });
}
