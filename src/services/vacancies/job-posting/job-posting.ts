import { officeIso } from '../../../text/office-day';
import type { PostedPlace, PostingFacts } from './facts';
import { educationRequirements, experienceRequirements } from './posting-conditions';
import { postingDescription } from './posting-description';
import { baseSalary, postedEmployment } from './posting-pay';
import { applicantLocation, jobLocation, withoutRepeats } from './posting-place';
import { postingTitle } from './posting-title';

const ANYWHERE: PostedPlace = { province: null, regency: null, below: null };

/**
 * A vacancy as a schema.org JobPosting in JSON-LD; null unless it is open.
 *
 * Shape: a property that is not known is absent, never null. Texts are plain but the description, whose values are
 * escaped; whoever prints it into a page escapes `<` (`printJsonLd`).
 * Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting and https://schema.org/JobPosting.
 */
export function toJobPosting(facts: PostingFacts, now: Date): Record<string, unknown> | null {
  const { vacancy, url, employerName, occupation, requirements } = facts;
  const { publishedAt, validThrough } = vacancy;
  if (vacancy.state !== 'PUBLISHED' || publishedAt === null || validThrough <= now) return null;
  const skills = requirements.flatMap(({ name }) => name ?? []);
  return withoutNulls({
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: postingTitle(facts),
    description: postingDescription(facts),
    identifier: { '@type': 'PropertyValue', name: 'Padan', value: vacancy.verifyCode },
    url,
    datePosted: officeIso(publishedAt),
    validThrough: officeIso(validThrough),
    hiringOrganization: { '@type': 'Organization', name: employerName },
    ...whereOf(facts),
    employmentType: postedEmployment(vacancy.employmentType),
    baseSalary: baseSalary(vacancy),
    // Whoever applies signs in first, on another page.
    directApply: false,
    totalJobOpenings: Math.max(1, vacancy.openings - vacancy.filled),
    occupationalCategory: occupation && `${occupation.code} ${occupation.name}`,
    educationRequirements: educationRequirements(requirements),
    experienceRequirements: experienceRequirements(requirements),
    skills: skills.length === 0 ? null : skills.join(', '),
    jobStartDate: vacancy.startsOn,
  });
}

function whereOf({ vacancy, places }: PostingFacts): Record<string, unknown> {
  const known = places.length === 0 ? [ANYWHERE] : places;
  if (!vacancy.isRemote) return { jobLocation: withoutRepeats(known.map(jobLocation)) };
  return {
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: withoutRepeats(known.map(applicantLocation)),
  };
}

function withoutNulls(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

/**
 * JSON-LD as it stands in a `script` element of HTML: nothing in it can end the element or begin another. References are not
 * read there, so an ampersand is one.
 */
export function printJsonLd(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
