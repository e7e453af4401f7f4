import { Field, ID, ObjectType } from 'type-graphql';
import {
  type ConsentChannel,
  type ConsentPurpose,
  consentChannels,
  consentPurposes,
} from '../../entities/vocabulary';
import type { ListedConsent } from '../../services/consents/list-consents';
import { For } from '../audience';
import { enumOf } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { encodeNodeId } from '../node-id';
import { DateTimeScalar } from '../scalars';
import { UserErrorView } from '../user-error.view';

export const ConsentPurposeEnum = enumOf(
  'ConsentPurpose',
  consentPurposes,
  'What a person agrees to.',
  {
    MATCHING: 'To be matched with vacancies, without a name',
    SHARE_WITH_EMPLOYER: 'That an employer sees who the person is',
    RESERVED_LIST: 'To be considered for places kept for people with disabilities',
    SHARE_ACCOMMODATIONS: 'That an employer learns of accommodations, never of disabilities',
  },
);
export const ConsentChannelEnum = enumOf(
  'ConsentChannel',
  consentChannels,
  'How a consent was given.',
  {
    SELF: 'By the person, here',
    VOICE: 'By word of mouth, written down by an officer',
    LEGACY: 'Before consents were kept one by one',
    DEMO: 'Invented',
  },
);

@ObjectType('ConsentText', {
  description: 'The words of a consent; a version is never reworded.',
  simpleResolvers: true,
})
@For('candidate')
export class ConsentTextView {
  texts: { readonly id: string; readonly en: string };

  @For('candidate')
  @Field(() => ConsentPurposeEnum, { description: 'What it is about.' })
  purpose: ConsentPurpose;

  @For('candidate')
  @Field(() => String, { description: 'To be repeated where it is agreed to.' })
  version: string;
}

@ObjectType('Consent', {
  description: 'What the person agreed to, to which text, and until when.',
  simpleResolvers: true,
})
@For('candidate')
export class ConsentView {
  employerKey: string | null;
  vacancyKey: string | null;

  @For('candidate')
  @Field(() => ID, { description: 'Global id; opaque.' })
  id: string;

  @For('candidate')
  @Field(() => ConsentPurposeEnum, { description: 'What it is about.' })
  purpose: ConsentPurpose;

  @For('candidate')
  @Field(() => String, { description: 'The text that the person read; 0 = none was kept.' })
  textVersion: string;

  @For('candidate')
  @Field(() => ConsentChannelEnum, { description: 'How it was given.' })
  channel: ConsentChannel;

  @For('candidate')
  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  grantedAt: Date;

  @For('candidate')
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it ends by itself; null = when it is withdrawn.',
  })
  expiresAt: Date | null;

  @For('candidate')
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt: Date | null;

  @For('candidate')
  @Field(() => Boolean, { description: 'Whether it holds now.' })
  isLive: boolean;
}

@ObjectType({ description: 'A consent in its place of the list.', simpleResolvers: true })
@For('candidate')
export class ConsentEdge extends edgeOf(ConsentView, 'candidate') {}

@ObjectType({ description: 'Consents, newest first.', simpleResolvers: true })
@For('candidate')
export class ConsentConnection extends connectionOf(ConsentEdge, 'candidate') {}

@ObjectType({ description: 'What became of a consent.', simpleResolvers: true })
@For('candidate')
export class ConsentPayload {
  @For('candidate')
  @Field(() => ConsentView, { nullable: true, description: 'The consent; null when refused.' })
  consent: ConsentView | null;

  @For('candidate')
  @Field(() => [UserErrorView], { description: 'Why nothing was changed; empty when it was.' })
  userErrors: UserErrorView[];
}

export function toConsentView({ consent, isLive }: ListedConsent): ConsentView {
  const { id, employerId, vacancyId, purpose, textVersion, channel } = consent;
  const { grantedAt, expiresAt, withdrawnAt } = consent;
  return Object.assign(new ConsentView(), {
    id: encodeNodeId('Consent', id),
    ...{ employerKey: employerId, vacancyKey: vacancyId, purpose, textVersion, channel },
    ...{ grantedAt, expiresAt, withdrawnAt, isLive },
  });
}
