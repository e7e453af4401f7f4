import { USER_ERRORS } from '../fragments';

/** What somebody's words say, to be confirmed; nothing of it is stored. */
export const READ_START = `query Start($text: String!, $hasText: Boolean!, $place: String!, $hasPlace: Boolean!) {
  me { fullName competencies { competency { id } } }
  consentTexts { purpose version text }
  suggestFromText(text: $text) @include(if: $hasText) {
    education experienceMonths
    suggestions {
      type matchedText isResolved isCorrected
      concept { id label ... on Region { code parent { label } } }
    }
  }
  guidedStart(text: $text) @include(if: $hasText) {
    occupations { occupation { id label } tickBoxes { necessity competency { id label } } }
  }
  regions(q: $place, first: 12) @include(if: $hasPlace) { edges { node { code label parent { label } } } }
}`;

export const REGISTER = `mutation Register($input: RegisterCandidateInput!, $version: String!) {
  registerCandidate(input: $input, consentTextVersion: $version) { me { version } ${USER_ERRORS} }
}`;

export const CONFIRM = `mutation Confirm($input: ConfirmCompetenciesInput!) {
  confirmCompetencies(input: $input) { me { version } ${USER_ERRORS} }
}`;

export const REPLACE_WORK = `mutation Work($input: ReplaceWorkExperiencesInput!) {
  replaceWorkExperiences(input: $input) { me { version } ${USER_ERRORS} }
}`;
