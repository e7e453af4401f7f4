import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL } from 'graphiql';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AUDIENCE_LABEL, AUDIENCES, type DeepLink, endpointOf, readDeepLink } from './audience';
import { type Example, examplesOf } from './examples';
import { createFetcher } from './fetcher';
import { loadPlaceholders, type Placeholders } from './placeholders';
import { type Account, loadAccounts } from './session';
import { createStorage } from './storage';

interface Session {
  link: DeepLink;
  /** The demo users of this audience. */
  users: Account[];
  placeholders: Placeholders;
}

function Explorer({ link, users, placeholders }: Session) {
  const { audience, account } = link;
  const token = users[account]?.token ?? null;
  const endpoint = endpointOf(audience);
  const fetcher = useMemo(() => createFetcher(endpoint, token), [endpoint, token]);
  const [storage] = useState(() => createStorage(audience, account));
  const [tabs] = useState(() => tabsFor(link, placeholders));
  const [variables] = useState(() => firstVariables(link, tabs, storage));
  return (
    <>
      <header className="bar">
        <a className="home" href="/">
          Padan
        </a>
        <nav aria-label="Audience">
          {AUDIENCES.map((name) => (
            <a
              key={name}
              href={`/explorer?audience=${name}`}
              aria-current={name === audience ? 'page' : undefined}
            >
              {AUDIENCE_LABEL[name]}
            </a>
          ))}
        </nav>
        <code>{endpoint}</code>
        <SignedIn users={users} link={link} />
      </header>
      <main className="stage">
        <GraphiQL
          fetcher={fetcher}
          storage={storage}
          defaultTabs={tabs}
          initialQuery={link.query ?? undefined}
          initialVariables={variables}
          defaultEditorToolsVisibility="variables"
        />
      </main>
    </>
  );
}

function SignedIn({ users, link: { audience, account } }: Pick<Session, 'users' | 'link'>) {
  if (audience === 'public') return <span className="who">No sign-in needed</span>;
  if (users.length === 0) {
    return <span className="who">Signed out: put a bearer token under Headers</span>;
  }
  const switchTo = (index: string) => {
    window.location.assign(`/explorer?audience=${audience}&account=${index}`);
  };
  return (
    <label className="who">
      Signed in as
      <select value={account} onChange={(event) => switchTo(event.target.value)}>
        {users.map((user, index) => (
          <option key={user.token} value={index}>
            {user.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function tabsFor(link: DeepLink, placeholders: Placeholders): Example[] {
  const linked =
    link.query === null ? [] : [{ query: link.query, variables: link.variables ?? undefined }];
  return [...linked, ...examplesOf(link.audience, placeholders)];
}

/** GraphiQL fills the variables of its first tab from here alone; what was typed earlier is in the storage. */
function firstVariables(
  link: DeepLink,
  tabs: readonly Example[],
  storage: Storage,
): string | undefined {
  if (link.query !== null) return link.variables ?? undefined;
  return storage.length === 0 ? tabs[0]?.variables : undefined;
}

async function loadSession(): Promise<Session> {
  const link = readDeepLink(window.location.search);
  const accounts = await loadAccounts();
  const users = accounts.filter(({ audience }) => audience === link.audience);
  const token = users[link.account]?.token ?? null;
  return { link, users, placeholders: await loadPlaceholders(link.audience, token) };
}

const root = document.getElementById('explorer');
if (root !== null) {
  void loadSession().then((session) => {
    createRoot(root).render(
      <StrictMode>
        <Explorer {...session} />
      </StrictMode>,
    );
  });
}
