import { Field, ID, ObjectType } from 'type-graphql';
import type { ContactStep } from '../../entities';
import {
  type ApplicationState,
  applicationStates,
  type ContactState,
  contactStates,
  type PartyKind,
  partyKinds,
} from '../../entities/vocabulary';
import { contactStateAt } from '../../services/contacts/contact-state';
import type { ListedContact } from '../../services/contacts/list-contacts';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

export const ApplicationStateEnum = enumOf(
  'ApplicationState',
  applicationStates,
  'How an application (lamaran) stands.',
  { DECLINED: 'The employer refused it', WITHDRAWN: 'The person took it back' },
);
const ContactStateEnum = enumOf(
  'ContactState',
  contactStates,
  'Whether a person and an employer are in touch about a vacancy.',
  {
    CONSENTED: 'The person said who they are: accepted, or applied',
    EXPIRED: 'The invitation was not answered in time',
  },
);
export const PartyKindEnum = enumOf('PartyKind', partyKinds, 'Who does or reads something.');

@ObjectType('Invitation', {
  description: 'An employer asks somebody to apply; it learns nothing of the person by it.',
  simpleResolvers: true,
})
@For('employer', 'candidate')
export class InvitationView {
  vacancyKey: string;

  @For('employer', 'candidate')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('employer', 'candidate')
  @Field(() => ContactStateEnum, { description: 'What became of it, as of now.' })
  state: ContactState;

  @For('employer', 'candidate')
  @Field(() => String, { description: 'The employer’s words; plain text.' })
  message: string;

  @For('employer', 'candidate')
  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  sentAt: Date;

  @For('employer', 'candidate')
  @Field(() => DateTimeScalar, { description: 'Until when it can be answered.' })
  expiresAt: Date;
}

@ObjectType('ApplicationStep', {
  description: 'A step in the history of an application.',
  simpleResolvers: true,
})
@For('employer', 'candidate')
export class ApplicationStepView {
  @For('employer', 'candidate')
  @Field(() => ApplicationStateEnum, { description: 'How it stood after it.' })
  state: ApplicationState;

  @For('employer', 'candidate')
  @Field(() => DateTimeScalar, { description: 'When.' })
  at: Date;

  @For('employer', 'candidate')
  @Field(() => PartyKindEnum, { description: 'Who did it.' })
  byKind: PartyKind;

  @For('employer', 'candidate')
  @Field(() => String, { nullable: true, description: 'The employer’s reason; plain text.' })
  reason: string | null;
}

@ObjectType('Application', { description: 'An application (lamaran).', simpleResolvers: true })
@For('employer', 'candidate')
export class ApplicationView {
  key: string;
  vacancyKey: string;

  @For('employer', 'candidate')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('employer', 'candidate')
  @Field(() => ApplicationStateEnum, { description: 'How it stands.' })
  state: ApplicationState;

  @For('employer', 'candidate')
  @Field(() => DateTimeScalar, { description: 'When the person applied, the last time.' })
  appliedAt: Date;

  @For('employer', 'candidate')
  @Field(() => [ApplicationStepView], { description: 'How it went, the last 50 steps.' })
  history: ApplicationStepView[];

  @For('employer')
  @Field(() => ID, {
    nullable: true,
    description: 'Pseudonym of the person, as on the card; null for who was never shown.',
  })
  handle: string | null;
}

const both = ['employer', 'candidate'] as const;

@ObjectType({ description: 'An invitation in its place of the list.', simpleResolvers: true })
@For('candidate')
export class InvitationEdge extends edgeOf(InvitationView, 'candidate') {}

@ObjectType({ description: 'Invitations, newest first.', simpleResolvers: true })
@For('candidate')
export class InvitationConnection extends connectionOf(InvitationEdge, 'candidate') {}

@ObjectType({ description: 'An application in its place of the list.', simpleResolvers: true })
@For(...both)
export class ApplicationEdge extends edgeOf(ApplicationView, ...both) {}

@ObjectType({ description: 'Applications, newest first.', simpleResolvers: true })
@For(...both)
export class ApplicationConnection extends connectionOf(ApplicationEdge, ...both) {}

@ObjectType({ description: 'What became of an invitation.', simpleResolvers: true })
@For('employer', 'candidate')
export class InvitationPayload {
  @For('employer', 'candidate')
  @Field(() => InvitationView, { nullable: true, description: 'It; null when refused.' })
  invitation: InvitationView | null;

  @For('employer', 'candidate')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

@ObjectType({ description: 'What became of an application.', simpleResolvers: true })
@For('employer', 'candidate')
export class ApplicationPayload {
  @For('employer', 'candidate')
  @Field(() => ApplicationView, { nullable: true, description: 'It; null when refused.' })
  application: ApplicationView | null;

  @For('employer', 'candidate')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

export function toInvitationView({ contact, now }: ListedContact): InvitationView {
  const { id, vacancyId, invitationMessage, invitedAt, invitationExpiresAt } = contact;
  return Object.assign(new InvitationView(), {
    id: encodeNodeId('Invitation', id),
    vacancyKey: vacancyId,
    state: contactStateAt(contact, now),
    message: invitationMessage ?? '',
    sentAt: invitedAt ?? now,
    expiresAt: invitationExpiresAt ?? now,
  });
}

export function toApplicationView({ contact, steps, handle, now }: ListedContact): ApplicationView {
  const { id, vacancyId, applicationState, appliedAt } = contact;
  return Object.assign(new ApplicationView(), {
    id: encodeNodeId('Application', id),
    ...{ key: id, vacancyKey: vacancyId, handle },
    state: applicationState ?? 'SUBMITTED',
    appliedAt: appliedAt ?? now,
    history: steps.flatMap(toStepView),
  });
}

/** Steps of the invitation say nothing of the application. */
function toStepView({ event, applicationState, at, byKind, reason }: ContactStep) {
  if (applicationState === null || event === 'INVITE' || event === 'DECLINE') return [];
  return [
    Object.assign(new ApplicationStepView(), { state: applicationState, at, byKind, reason }),
  ];
}
