import { USER_ERRORS } from '../fragments';

const REGION = '{ code label parent { label } }';

export const MY_PROFILE = `query MyProfile($place: String!, $hasPlace: Boolean!) {
  me {
    version fullName phone email birthDate gender education expectedWage availableFrom employmentTypes
    status reconfirmDueOn
    region ${REGION}
    identityRegion { code }
    willingRegions ${REGION}
  }
  regions(q: $place, first: 12) @include(if: $hasPlace) { edges { node ${REGION} } }
}`;

export const UPDATE = `mutation Update($input: UpdateProfileInput!) {
  updateProfile(input: $input) { me { version } ${USER_ERRORS} }
}`;

export const MY_COMPETENCIES = `query MyCompetencies {
  me { competencies { level evidence competency { id label } } }
}`;

export const REMOVE_COMPETENCIES = `mutation Remove($input: RemoveCompetenciesInput!) {
  removeCompetencies(input: $input) { me { version } ${USER_ERRORS} }
}`;

export const MY_WORK = `query MyWork($title: String!, $hasTitle: Boolean!) {
  me {
    version
    workExperiences { title employerName from to occupation { id label } }
  }
  occupations(q: $title, first: 6) @include(if: $hasTitle) { edges { node { id label } } }
}`;

export const REPLACE_WORK = `mutation Work($input: ReplaceWorkExperiencesInput!) {
  replaceWorkExperiences(input: $input) { me { version } ${USER_ERRORS} }
}`;
