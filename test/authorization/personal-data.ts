import type { Audience } from '../../src/resolvers/audience';

/** Where one kind of personal data is told, by audience: type and field. Nowhere else may it be. */
interface Told {
  /** The fields of any type that hold it. */
  readonly fields: RegExp;
  readonly at: Partial<Record<Audience, readonly string[]>>;
}

/**
 * Who reads what of a person: the privacy table, field by field.
 *
 * Of the public nothing stands here at all; an employer reads a card until the person shares, and then a contact; the
 * person reads everything; the office reads what its own tasks need. Source: DOMAIN of the design (privacy).
 */
export const personalData: Readonly<Record<string, Told>> = {
  name: {
    fields: /^(fullName|firstName|lastName)$/,
    at: {
      candidate: ['MyProfile.fullName'],
      office: ['CandidateRecord.fullName', 'FoundCandidate.fullName'],
    },
  },
  'name, told with a consent': {
    fields: /^contact$/,
    at: { employer: ['Application.contact'] },
  },
  'telephone and e-mail': {
    fields: /^(phone|email)$/,
    at: {
      employer: ['CandidateContact.phone', 'CandidateContact.email'],
      candidate: ['MyProfile.phone', 'MyProfile.email'],
      // Of an employer's contact person, for who checks a claim.
      office: [
        'CandidateRecord.email',
        'CandidateRecord.phone',
        'EmployerBookEntry.email',
        'EmployerBookEntry.phone',
      ],
    },
  },
  pseudonym: {
    fields: /^handles?$/,
    at: { employer: ['Application.handle', 'CandidateCard.handle', 'MatchEvent.handle'] },
  },
  'what a card leaves out': {
    fields: /^withheld/,
    at: {
      employer: [
        'CandidateCard.withheld',
        'CandidateCard.withheldCompetencies',
        'RankedCandidateEdge.withheld',
      ],
    },
  },
  'birth date and gender': {
    fields: /^(birthDate|gender|age)$/,
    at: {
      candidate: ['MyProfile.birthDate', 'MyProfile.gender'],
      office: ['CandidateRecord.birthDate', 'CandidateRecord.gender'],
    },
  },
  address: {
    fields: /^address$/,
    at: {
      candidate: ['MyProfile.address'],
      office: ['CandidateRecord.address', 'EmployerBookEntry.address'],
    },
  },
  'region of the identity card': {
    fields: /^identityRegion/,
    at: {
      candidate: ['MyProfile.identityRegion'],
      office: ['CandidateRecord.identityRegion'],
    },
  },
  'identity number': {
    fields: /^(nik|identityNumber|identityNumberMasked)$/i,
    at: {
      candidate: ['IdentityNumberPayload.identityNumberMasked', 'MyProfile.identityNumberMasked'],
      office: [
        'CandidateRecord.identityNumberMasked',
        'FoundCandidate.identityNumberMasked',
        'IdentityNumberPayload.identityNumberMasked',
        'RevealPayload.identityNumber',
        'SharedIdentityNumber.identityNumberMasked',
      ],
    },
  },
  'expected wage': {
    fields: /^expectedWage$/,
    at: { candidate: ['MyProfile.expectedWage'], office: ['CandidateRecord.expectedWage'] },
  },
  'disability and accommodations': {
    fields: /^disability|accommodations$/i,
    at: {
      employer: ['CandidateContact.sharedAccommodations'],
      candidate: ['DisabilityProfile.accommodations', 'MyProfile.disability'],
      office: ['CandidateRecord.disability', 'DisabilityProfile.accommodations'],
    },
  },
  'work history': {
    fields: /^(experiences|workExperiences)$/,
    at: {
      employer: ['CandidateContact.experiences'],
      candidate: ['MyProfile.workExperiences'],
      office: ['CandidateRecord.workExperiences'],
    },
  },
  'when somebody can begin': {
    fields: /^availableFrom$/,
    at: {
      employer: ['CandidateContact.availableFrom'],
      candidate: ['MyProfile.availableFrom'],
      office: ['CandidateRecord.availableFrom'],
    },
  },
  'where somebody would work': {
    fields: /^willingRegions$/,
    at: { candidate: ['MyProfile.willingRegions'] },
  },
  'words of an objection': {
    fields: /^statement$/,
    at: { candidate: ['Objection.statement'], office: ['ObjectionCase.statement'] },
  },
  'religion, marital status, photo': {
    fields: /religion|marital|photo|mother|biometric/i,
    at: {},
  },
};
