/**
 * What Google documents for JobPosting, written down without a look at the code that makes it.
 *
 * Source: https://developers.google.com/search/docs/appearance/structured-data/job-posting
 */
type Json = Record<string, unknown>;

const KNOWN = new Set([
  ...['@context', '@type', 'title', 'description', 'identifier', 'url', 'datePosted'],
  ...['validThrough', 'hiringOrganization', 'jobLocation', 'jobLocationType'],
  ...['applicantLocationRequirements', 'employmentType', 'baseSalary', 'directApply'],
  ...['totalJobOpenings', 'educationRequirements', 'experienceRequirements', 'industry'],
  // Of schema.org, which Google reads over.
  ...['occupationalCategory', 'skills', 'jobStartDate'],
]);
const EMPLOYMENT = new Set([
  ...['FULL_TIME', 'PART_TIME', 'CONTRACTOR', 'TEMPORARY'],
  ...['INTERN', 'VOLUNTEER', 'PER_DIEM', 'OTHER'],
]);
const UNITS = new Set(['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR']);
const CREDENTIALS = new Set([
  ...['high school', 'associate degree', 'bachelor degree'],
  ...['professional certificate', 'postgraduate degree'],
]);
const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;
const TAG = /<(?!\/?(?:p|br|ul|li|h[1-6]|strong|em)>)/;

/** Which rules a posting breaks; none for a valid one. `employer` and `places` must not stand in the title. */
export function brokenRules(
  posting: Json,
  { now, names }: { now: Date; names: readonly string[] },
): string[] {
  const broken: string[] = [];
  const rule = (holds: boolean, what: string) => {
    if (!holds) broken.push(what);
  };
  rule(posting['@context'] === 'https://schema.org', '@context');
  rule(posting['@type'] === 'JobPosting', '@type');
  for (const name of Object.keys(posting)) rule(KNOWN.has(name), `unknown property ${name}`);
  rule(!hasNull(posting), 'no property is null');

  checkTexts(posting as Record<string, string>, names, rule);
  checkDates(posting as Record<string, string>, now, rule);
  const organization = posting.hiringOrganization as Json | undefined;
  rule(organization?.['@type'] === 'Organization' && isText(organization.name), 'organization');
  const identifier = posting.identifier as Json | undefined;
  rule(identifier?.['@type'] === 'PropertyValue', 'identifier: type');
  rule(isText(identifier?.name) && isText(identifier?.value), 'identifier: name and value');

  checkPlace(posting, rule);
  checkPay(posting.baseSalary as Json | undefined, rule);
  checkConditions(posting, rule);
  const types = [posting.employmentType ?? []].flat() as string[];
  rule(
    types.every((type) => EMPLOYMENT.has(type)),
    'employmentType',
  );
  rule(typeof posting.directApply === 'boolean', 'directApply: a boolean');
  const openings = posting.totalJobOpenings;
  rule(openings === undefined || (Number.isInteger(openings) && Number(openings) > 0), 'openings');
  return broken;
}

type Rule = (holds: boolean, what: string) => void;

function checkTexts(
  { title = '', description = '' }: Record<string, string>,
  names: readonly string[],
  rule: Rule,
): void {
  rule(isText(title) && title.length <= 200, 'title: text');
  rule(!/[<>*!|]|\bRp\b|\bgaji\b/i.test(title), 'title: no ornament, no wage');
  for (const name of names) {
    rule(!title.toLowerCase().includes(name.toLowerCase()), `title: no ${name}`);
  }
  rule(isText(description) && description !== title, 'description: text, other than the title');
  rule(/^<p>/.test(description) && !TAG.test(description), 'description: HTML');
}

function checkDates(
  { datePosted = '', validThrough = '', url }: Record<string, string>,
  now: Date,
  rule: Rule,
): void {
  rule(ISO_DATE.test(datePosted), 'datePosted: ISO 8601');
  rule(ISO_DATE.test(validThrough), 'validThrough: ISO 8601');
  rule(new Date(validThrough) > now, 'validThrough: in the future');
  rule(/^https?:\/\/[^/]+\/\S+$/.test(String(url)), 'url: absolute');
}

function checkPlace(posting: Json, rule: Rule): void {
  const places = [posting.jobLocation ?? []].flat() as Json[];
  const areas = [posting.applicantLocationRequirements ?? []].flat() as Json[];
  if (posting.jobLocationType !== undefined) {
    rule(posting.jobLocationType === 'TELECOMMUTE', 'jobLocationType');
    rule(areas.length > 0, 'remote: from where one may apply');
  } else {
    rule(places.length > 0, 'jobLocation: required unless remote');
  }
  for (const place of places) {
    const address = place.address as Json;
    rule(place['@type'] === 'Place', 'jobLocation: Place');
    rule(address?.['@type'] === 'PostalAddress', 'jobLocation: PostalAddress');
    rule(address?.addressCountry === 'ID', 'jobLocation: the country');
  }
  for (const area of areas) {
    rule(['Country', 'State', 'City'].includes(String(area['@type'])), 'area: type');
    rule(isText(area.name) && String(area.name).includes('Indonesia'), 'area: name');
  }
}

function checkPay(salary: Json | undefined, rule: Rule): void {
  if (salary === undefined) return;
  const value = salary.value as Json;
  rule(salary['@type'] === 'MonetaryAmount' && salary.currency === 'IDR', 'baseSalary: amount');
  rule(value?.['@type'] === 'QuantitativeValue', 'baseSalary: value');
  rule(UNITS.has(String(value?.unitText)), 'baseSalary: unit');
  const { value: exact, minValue, maxValue } = value;
  const bounds = [minValue, maxValue].filter((it) => it !== undefined);
  // Documented: one value, or for a range its bounds "rather than a single value"; an open range has one bound.
  rule((exact === undefined) === bounds.length > 0, 'baseSalary: a value or bounds, never both');
  const amounts = [exact ?? [], bounds].flat();
  rule(
    amounts.every((it) => typeof it === 'number' && it > 0),
    'baseSalary: numbers',
  );
  if (bounds.length === 2) rule(Number(minValue) < Number(maxValue), 'baseSalary: a range');
}

function checkConditions(posting: Json, rule: Rule): void {
  const education = posting.educationRequirements as Json | string | undefined;
  if (education !== undefined && education !== 'no requirements') {
    const { '@type': type, credentialCategory } = education as Json;
    rule(type === 'EducationalOccupationalCredential', 'education: type');
    rule(CREDENTIALS.has(String(credentialCategory)), 'education: category');
  }
  const experience = posting.experienceRequirements as Json | string | undefined;
  if (experience !== undefined && experience !== 'no requirements') {
    const { '@type': type, monthsOfExperience } = experience as Json;
    rule(type === 'OccupationalExperienceRequirements', 'experience: type');
    rule(Number.isInteger(monthsOfExperience) && Number(monthsOfExperience) > 0, 'experience');
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

function hasNull(value: unknown): boolean {
  if (value === null) return true;
  return typeof value === 'object' && Object.values(value).some(hasNull);
}
