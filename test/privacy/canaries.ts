/** What a person tells of themselves, each value standing nowhere else in the world. */
export const canary = {
  name: 'Kenarizulfa Unikwati',
  phone: '0812-7331-9377',
  email: 'kenarizulfa@unikwati.example',
  address: 'Jalan Unikwati Raya 771',
  birthDate: '1957-02-03',
  nik: '7271014302579377',
  formerEmployer: 'PT Unikwati Lama Sentosa',
  title: 'Penjaga Unikwati Malam',
  message: 'Salam dari Kenarizulfa, siap bekerja',
  objection: 'Menurut Kenarizulfa urutan ini keliru',
  resume: 'Riwayat Kenarizulfa Unikwati, 0812-7331-9377, bisa las listrik',
} as const;

/** What is looked for: each value, and the parts by which it would be found in another spelling. */
export const traces: readonly string[] = [
  ...Object.values(canary),
  'Kenarizulfa',
  'Unikwati',
  '81273319377',
  '7331-9377',
];

/** Which of them stand in a text, whatever the case. */
export const tracesIn = (text: string): string[] => {
  const lower = text.toLowerCase();
  return traces.filter((trace) => lower.includes(trace.toLowerCase()));
};

/** Where in the database each may stand, and nowhere else. */
export const allowedColumns: readonly string[] = [
  'application_messages.body',
  'candidates.address',
  'candidates.birth_date',
  'candidates.email',
  'candidates.full_name',
  'candidates.phone',
  'objections.reason',
  'work_experiences.employer_name',
  'work_experiences.title',
];

/** Everything that a line of the log can say: none of it is a person's. */
export const logFields: readonly string[] = [
  ...['level', 'time', 'msg', 'requestId', 'code', 'err'],
  ...['method', 'route', 'status', 'ms'],
  // Of starting: how many are read, how long, up to which change.
  ...['phase', 'people', 'seconds', 'seq'],
];

/** By what figures are told apart: each takes a closed set of values. */
export const metricLabels: readonly string[] = [
  ...['method', 'route', 'status', 'audience', 'kind', 'outcome', 'le'],
  ...['job', 'consumer', 'state', 'engine', 'how'],
  // Of Node.js itself.
  ...['version', 'major', 'minor', 'patch', 'type', 'space', 'quantile'],
];

const text = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const { nik, name } = canary;

/** Bodies in which a number or a name stands where it does not belong. */
export const misplaced: Readonly<Record<string, string>> = {
  'a number without quotes': text(
    'mutation ($input: SetIdentityNumberInput!) { setIdentityNumber(input: $input) { userErrors { code } } }',
    { input: { clientMutationId: 'a', identityNumber: Number(nik) } },
  ),
  'a number in the document': text(
    `mutation { setIdentityNumber(input: { clientMutationId: "a", identityNumber: ${nik} }) { userErrors { code } } }`,
  ),
  'a number for a field': text(`{ me { ${nik} } }`),
  'a text for a field': text(`{ me { "${name}" } }`),
  'a text block for a field': text(`{ me { """${name}""" } }`),
  'a text that does not end': text(`{ me(nik: "${nik}`),
  'an unknown argument': text(`{ me(nik: "${nik}") { fullName } }`),
  'a name for an enum': text(
    'mutation ($input: RegisterCandidateInput!) { registerCandidate(input: $input, consentTextVersion: "1") { userErrors { code } } }',
    {
      input: {
        clientMutationId: 'a',
        profile: { fullName: 7, gender: name, birthDate: nik, regionCode: nik, expectedWage: name },
      },
    },
  ),
  'a number for a region': text('query ($code: String!) { region(code: $code) { name } }', {
    code: nik,
  }),
  'a number for an id': text('query ($id: ID!) { node(id: $id) { id } }', { id: nik }),
  'a number for the id of a vacancy': text('query ($id: ID!) { vacancy(id: $id) { title } }', {
    id: nik,
  }),
  'a number for a cursor': text(
    'query ($after: String) { vacancies(after: $after) { totalCount } }',
    {
      after: nik,
    },
  ),
  'a name for a page': text('query ($n: Int) { vacancies(first: $n) { totalCount } }', { n: name }),
  'a number for a page': text(`{ vacancies(first: ${nik}) { totalCount } }`),
  'a number for an address': text(
    'mutation ($a: String!) { requestSignInCode(address: $a) { userErrors { code message } } }',
    { a: nik },
  ),
  'a number for a code': text(
    'mutation ($a: String!) { signIn(address: "081200000001", code: $a) { userErrors { code message } } }',
    { a: nik },
  ),
  'a number for a refresh token': text(
    'mutation ($a: String!) { refreshSession(refreshToken: $a) { accessToken } }',
    { a: nik },
  ),
  'a key that is a number': text(
    'mutation ($input: JobSearchInput!) { pauseJobSearch(input: $input) { userErrors { code } } }',
    { [nik]: '\u0000', input: { [nik]: '\u0000' } },
  ),
  'a field that is a number': text(
    'mutation ($input: JobSearchInput!) { pauseJobSearch(input: $input) { userErrors { code } } }',
    { input: { clientMutationId: 'a', [nik]: name } },
  ),
  'an attempt too long': text(
    'mutation ($input: JobSearchInput!) { pauseJobSearch(input: $input) { userErrors { code } } }',
    { input: { clientMutationId: nik.repeat(20) } },
  ),
  'an unknown operation': JSON.stringify({ query: 'query A { me { id } }', operationName: name }),
  'JSON that is none': `{"query": ${name} ${nik}`,
  'JSON that is no object': JSON.stringify(nik),
  'an unknown persisted operation': JSON.stringify({
    extensions: { persistedQuery: { version: 1, sha256Hash: nik } },
  }),
  'a NUL beside it': text('query ($t: String!) { suggest(text: $t) { __typename } }', {
    t: `${nik}\u0000`,
  }),
};
