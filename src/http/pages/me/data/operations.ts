import { USER_ERRORS } from '../fragments';

export const MY_DATA = `query MyData($after: String) {
  me {
    fullName phone email address birthDate gender education expectedWage availableFrom employmentTypes
    status confirmedOn reconfirmDueOn identityNumberMasked
    region { label parent { label } }
    willingRegions { label }
    competencies { level evidence competency { label } }
    workExperiences { title employerName from to occupation { label } }
    origins { source row importedAt }
  }
  disclosures(first: 20, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { at actorKind purpose fields employer { name } vacancy { title } } }
  }
}`;

export const EXPORT = `mutation Export($input: ExportMyDataInput!) {
  exportMyData(input: $input) { content parts digest ${USER_ERRORS} }
}`;

export const ERASE = `mutation Erase($input: EraseMeInput!) {
  eraseMe(input: $input) { erasedAt ${USER_ERRORS} }
}`;
