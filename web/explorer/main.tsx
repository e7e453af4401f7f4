import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL } from 'graphiql';
import { StrictMode, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { AUDIENCE_LABEL, AUDIENCES, type DeepLink, endpointOf, readDeepLink } from './audience';
import { examplesOf } from './examples';
import { createFetcher } from './fetcher';
import { type Account, loadAccounts } from './session';
import { createStorage } from './storage';

function Explorer({ link, accounts }: { link: DeepLink; accounts: Account[] }) {
  const { audience } = link;
  const users = accounts.filter((account) => account.audience === audience);
  const [index, setIndex] = useState(0);
  const token = users[index]?.token ?? null;
  const endpoint = endpointOf(audience);
  const fetcher = useMemo(() => createFetcher(endpoint, token), [endpoint, token]);
  const [storage] = useState(() => createStorage(audience));
  const [tabs] = useState(() => tabsFor(link));
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
        <SignedIn
          users={users}
          index={index}
          onChange={setIndex}
          isPublic={audience === 'public'}
        />
      </header>
      <main className="stage">
        <GraphiQL
          key={token}
          fetcher={fetcher}
          storage={storage}
          defaultTabs={tabs}
          initialQuery={link.query ?? undefined}
          initialVariables={link.variables ?? undefined}
          defaultEditorToolsVisibility="variables"
        />
      </main>
    </>
  );
}

function SignedIn(props: {
  users: Account[];
  index: number;
  onChange: (index: number) => void;
  isPublic: boolean;
}) {
  if (props.isPublic) return <span className="who">No sign-in needed</span>;
  if (props.users.length === 0) {
    return <span className="who">Signed out: put a bearer token under Headers</span>;
  }
  return (
    <label className="who">
      Signed in as
      <select value={props.index} onChange={(event) => props.onChange(Number(event.target.value))}>
        {props.users.map((user, index) => (
          <option key={user.token} value={index}>
            {user.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function tabsFor(link: DeepLink) {
  const linked =
    link.query === null ? [] : [{ query: link.query, variables: link.variables ?? undefined }];
  const tabs = [...linked, ...examplesOf(link.audience)];
  return tabs.length === 0 ? undefined : tabs;
}

const root = document.getElementById('explorer');
if (root !== null) {
  void loadAccounts().then((accounts) => {
    createRoot(root).render(
      <StrictMode>
        <Explorer link={readDeepLink(window.location.search)} accounts={accounts} />
      </StrictMode>,
    );
  });
}
