/** What a résumé is made of: rows of the person, with labels in place of codes. */
export interface ResumeSource {
  readonly fullName: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly district: string | null;
  readonly province: string | null;
  readonly education: string | null;
  readonly updatedAt: string;
  readonly work: readonly {
    readonly title: string;
    readonly employerName: string | null;
    readonly startedOn: string;
    readonly endedOn: string | null;
  }[];
  readonly skills: readonly {
    readonly name: string;
    readonly level: number;
    readonly evidence: string;
  }[];
}

const LEVELS = ['Beginner', 'Basic', 'Intermediate', 'Advanced', 'Expert'] as const;

/** A person's record as JSON Resume 1.0.0; what is not known is left out. Source: jsonresume.org/schema, version 1.0.0. */
export function toJsonResume(source: ResumeSource) {
  const { fullName, phone, email, address, district, province, education, updatedAt } = source;
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: known({
      name: fullName,
      phone,
      email,
      location: known({ address, city: district, region: province, countryCode: 'ID' }),
    }),
    work: source.work.map(({ title, employerName, startedOn, endedOn }) =>
      known({ position: title, name: employerName, startDate: startedOn, endDate: endedOn }),
    ),
    education: education === null ? [] : [{ studyType: education }],
    skills: source.skills.map(({ name, level, evidence }) => ({
      name,
      level: LEVELS[level - 1],
      keywords: [evidence],
    })),
    meta: { version: 'v1.0.0', lastModified: updatedAt.slice(0, 19) },
  };
}

const known = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
