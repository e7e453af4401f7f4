// Written by `npm run codegen:recruiter`; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether a person is free when the work starts, by the quarter. */
export type AvailabilityBand =
  | 'IN_TIME'
  | 'LATER';

/** Distance between districts, in bands that end at so many kilometres. */
export type DistanceBand =
  | 'BEYOND'
  | 'KM_5'
  | 'KM_10'
  | 'KM_25'
  | 'KM_50'
  | 'KM_100'
  | 'KM_250';

/** Education, in six bands. */
export type EducationBand =
  /** Up to SD */
  | 'BASIC'
  /** D4, S1 and the professions */
  | 'DEGREE'
  /** D1 to D3 */
  | 'DIPLOMA'
  /** SMP */
  | 'JUNIOR'
  /** S2 and above */
  | 'POSTGRADUATE'
  /** SMA or SMK */
  | 'SECONDARY';

/** Experience that counts for the vacancy’s occupation, in bands. */
export type ExperienceBand =
  | 'GT_10Y'
  | 'LT_1Y'
  | 'NONE'
  | 'Y1_3'
  | 'Y3_5'
  | 'Y5_10';

/** Why now. The passing of time makes no event. */
export type MatchCause =
  /** A competency of the person was confirmed */
  | 'COMPETENCY_CONFIRMED'
  /** The person began to look for work */
  | 'NEW_PERSON'
  /** Others came before the person */
  | 'OVERTAKEN'
  /** The person no longer looks for work or no longer agrees */
  | 'PERSON_LEFT'
  /** Somebody before the person left */
  | 'PLACE_FREED'
  /** The person’s profile changed */
  | 'PROFILE_CHANGED'
  | 'REQUIREMENT_CHANGED'
  | 'VACANCY_CLOSED'
  | 'VACANCY_PUBLISHED'
  /** Counts with several causes */
  | 'VARIOUS';

/** What happened on a vacancy’s list of its first 100 people. */
export type MatchEventKind =
  /** Somebody is on it now */
  | 'ENTERED'
  /** Somebody is no longer on it */
  | 'LEFT'
  /** Somebody who stays on it has a better verdict */
  | 'ROSE'
  /** So much at once that only counts are told */
  | 'SEVERAL';

/** How well a person and a vacancy fit, the best first. */
export type MatchVerdict =
  | 'NOT_ELIGIBLE'
  | 'POSSIBLE'
  | 'STRETCH'
  | 'STRONG';

/** Why a stream cannot be gone on with from a cursor. */
export type ResumeGapReason =
  /** What follows the cursor is no longer kept */
  | 'EXPIRED'
  /** The cursor is none of this stream */
  | 'UNKNOWN';

export type MatchFoundSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  vacancyIds?: Array<string | number> | string | number | null | undefined;
  minVerdict: MatchVerdict;
}>;


export type MatchFoundSubscription = { matchFound:
    | { __typename: 'Heartbeat', cursor: string }
    | { __typename: 'MatchEvent', cursor: string, at: string, kind: MatchEventKind, cause: MatchCause, handle: string | null, rank: number | null, scoreBp: number | null, verdict: MatchVerdict | null, entered: number, risen: number, left: number, vacancy: { title: string }, card: { experience: ExperienceBand | null, education: EducationBand | null, distance: DistanceBand | null, availability: AvailabilityBand | null } | null }
    | { __typename: 'ResumeGap', reason: ResumeGapReason, freshCursor: string }
   };

export type MatchLineFragment = { cursor: string, at: string, kind: MatchEventKind, cause: MatchCause, handle: string | null, rank: number | null, scoreBp: number | null, verdict: MatchVerdict | null, entered: number, risen: number, left: number, vacancy: { title: string }, card: { experience: ExperienceBand | null, education: EducationBand | null, distance: DistanceBand | null, availability: AvailabilityBand | null } | null };

export const MatchLineFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MatchEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"vacancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"scoreBp"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"entered"}},{"kind":"Field","name":{"kind":"Name","value":"risen"}},{"kind":"Field","name":{"kind":"Name","value":"left"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"experience"}},{"kind":"Field","name":{"kind":"Name","value":"education"}},{"kind":"Field","name":{"kind":"Name","value":"distance"}},{"kind":"Field","name":{"kind":"Name","value":"availability"}}]}}]}}]} as unknown as DocumentNode<MatchLineFragment, unknown>;
export const MatchFoundDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"MatchFound"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"vacancyIds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minVerdict"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MatchVerdict"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchFound"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"vacancyIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"vacancyIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"minVerdict"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minVerdict"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MatchEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MatchLine"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Heartbeat"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResumeGap"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"freshCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MatchLine"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MatchEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"cause"}},{"kind":"Field","name":{"kind":"Name","value":"vacancy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"handle"}},{"kind":"Field","name":{"kind":"Name","value":"rank"}},{"kind":"Field","name":{"kind":"Name","value":"scoreBp"}},{"kind":"Field","name":{"kind":"Name","value":"verdict"}},{"kind":"Field","name":{"kind":"Name","value":"entered"}},{"kind":"Field","name":{"kind":"Name","value":"risen"}},{"kind":"Field","name":{"kind":"Name","value":"left"}},{"kind":"Field","name":{"kind":"Name","value":"card"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"experience"}},{"kind":"Field","name":{"kind":"Name","value":"education"}},{"kind":"Field","name":{"kind":"Name","value":"distance"}},{"kind":"Field","name":{"kind":"Name","value":"availability"}}]}}]}}]} as unknown as DocumentNode<MatchFoundSubscription, MatchFoundSubscriptionVariables>;