import type { Lang } from '../../layout/lang';
import { formatDay } from '../../parts/days';
import { formatWage } from '../../parts/wage';
import { nameOf } from '../labels';

/** The own record as the operation `MyData` tells it. */
export interface KeptFacts {
  fullName: string;
  phone: string | null;
  email: string | null;
  address: string | null;
  birthDate: string | null;
  gender: string | null;
  education: string | null;
  expectedWage: string | null;
  availableFrom: string | null;
  employmentTypes: readonly string[];
  status: string;
  reconfirmDueOn: string;
  identityNumberMasked: string | null;
  region: { label: string; parent: { label: string } | null } | null;
  willingRegions: readonly { label: string }[];
  competencies: readonly { level: string; evidence: string; competency: { label: string } }[];
  workExperiences: readonly {
    title: string;
    employerName: string | null;
    from: string;
    to: string | null;
    occupation: { label: string } | null;
  }[];
  origins: readonly { source: string; row: number }[];
}

/** One thing that is kept; several values stand below one another. */
export type Fact = readonly [name: string, value: string | readonly string[] | null];

/** What is kept, by the names of the texts; null = not stated. */
export function factsOf(me: KeptFacts, lang: Lang): Fact[] {
  const day = (on: string | null) => on && formatDay(on, lang);
  const list = (values: readonly string[]) => (values.length === 0 ? null : values);
  const { expectedWage, region } = me;
  return [
    ['fullName', me.fullName],
    ['phone', me.phone],
    ['email', me.email],
    ['address', me.address],
    ['birthDate', day(me.birthDate)],
    ['gender', me.gender && nameOf('genders', me.gender, lang)],
    ['identityNumberMasked', me.identityNumberMasked],
    ['region', region && [region.label, region.parent?.label].filter(Boolean).join(', ')],
    ['willingRegions', list(me.willingRegions.map(({ label }) => label))],
    ['education', me.education && nameOf('educationLevels', me.education, lang)],
    ['employmentTypes', list(me.employmentTypes.map((it) => nameOf('employmentTypes', it, lang)))],
    ['availableFrom', day(me.availableFrom)],
    [
      'expectedWage',
      expectedWage && formatWage({ min: expectedWage, max: expectedWage, unit: 'MONTH' }, lang),
    ],
    ['competencies', list(me.competencies.map((held) => nameCompetency(held, lang)))],
    ['works', list(me.workExperiences.map((work) => nameWork(work)))],
    ['origins', list(me.origins.map(({ source, row }) => `${source} (${row})`))],
    ['status', nameOf('candidateStatuses', me.status, lang)],
  ];
}

const nameCompetency = (
  { competency, level, evidence }: KeptFacts['competencies'][number],
  lang: Lang,
): string =>
  `${competency.label} (${nameOf('proficiencyLevels', level, lang)}; ${nameOf('evidenceStatuses', evidence, lang)})`;

const nameWork = ({ title, employerName, from, to }: KeptFacts['workExperiences'][number]) =>
  `${title}${employerName === null ? '' : `, ${employerName}`} (${from}–${to ?? ''})`;
