import { type Audience, endpointOf } from './audience';

/** What stands in the variables of examples for what only the server knows, such as "<vacancy id>". */
export type Placeholders = Readonly<Record<string, string>>;

const VALID_DAYS = 30;
const MS_OF_DAY = 86_400_000;

const OWN_IDS_QUERY = `query OwnIds {
  viewer {
    employers {
      id
      vacancies(first: 20) { edges { node { id state requirements { id necessity } } } }
    }
  }
}`;

interface OwnVacancy {
  id: string;
  state: string;
  requirements: { id: string; necessity: string }[];
}

interface OwnIds {
  viewer: { employers: { id: string; vacancies: { edges: { node: OwnVacancy }[] } }[] } | null;
}

/** The values of the placeholders for a signed-in employer; others keep their names. */
export async function loadPlaceholders(
  audience: Audience,
  token: string | null,
): Promise<Placeholders> {
  const validThrough = new Date(Date.now() + VALID_DAYS * MS_OF_DAY).toISOString();
  const known = { '<in 30 days>': validThrough };
  if (audience !== 'employer' || token === null) return known;
  const response = await fetch(endpointOf(audience), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: OWN_IDS_QUERY }),
  });
  const { data }: { data?: OwnIds } = await response.json();
  return { ...known, ...ownIds(data) };
}

function ownIds(data: OwnIds | undefined): Placeholders {
  const [employer] = data?.viewer?.employers ?? [];
  if (employer === undefined) return {};
  const vacancies = employer.vacancies.edges.map(({ node }) => node);
  const open = vacancies.filter(({ state }) => state === 'PUBLISHED');
  const isMust = ({ necessity }: OwnVacancy['requirements'][number]) => necessity === 'MUST';
  const vacancy = open.find(({ requirements }) => requirements.some(isMust)) ?? open[0];
  const requirement = vacancy?.requirements.find(isMust) ?? vacancy?.requirements[0];
  const found: [string, string | undefined][] = [
    ['<employer id>', employer.id],
    ['<vacancy id>', vacancy?.id],
    ['<requirement id>', requirement?.id],
    ['<draft id>', vacancies.find(({ state }) => state === 'DRAFT')?.id],
  ];
  return Object.fromEntries(
    found.filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** The text with every known placeholder replaced. */
export function fillIn(text: string, placeholders: Placeholders): string {
  return text.replace(/<[a-z0-9 ]+>/g, (name) => placeholders[name] ?? name);
}
