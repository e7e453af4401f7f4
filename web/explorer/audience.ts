/** The four endpoints, in the order of the switch. */
export const AUDIENCES = ['public', 'employer', 'candidate', 'office'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const AUDIENCE_LABEL: Record<Audience, string> = {
  public: 'Public',
  employer: 'Employer',
  candidate: 'Candidate',
  office: 'Office',
};

export function endpointOf(audience: Audience): string {
  return audience === 'public' ? '/graphql' : `/graphql/${audience}`;
}

/** What the address asks for: `?audience=…&query=…&variables=…&account=…`. */
export interface DeepLink {
  audience: Audience;
  /** Which of the demo users, from 0. */
  account: number;
  query: string | null;
  variables: string | null;
}

export function readDeepLink(search: string): DeepLink {
  const parameters = new URLSearchParams(search);
  const asked = parameters.get('audience');
  return {
    audience: AUDIENCES.find((audience) => audience === asked) ?? 'public',
    account: Number(parameters.get('account')) || 0,
    query: parameters.get('query'),
    variables: indented(parameters.get('variables')),
  };
}

function indented(json: string | null): string | null {
  if (json === null) return null;
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
