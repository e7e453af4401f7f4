import { actingFor } from './accounts/acting-for';
import { findAccount } from './accounts/find-account';
import type { ServiceDeps } from './deps';
import { liveSessions } from './sessions/live-sessions';
import { TermCollector } from './terms/term-collector';

/** What an area is made from: what all use cases stand on, and what several areas share. */
export type AreaDeps = ReturnType<typeof areaDeps>;

/** Makes what several areas share, once. */
export function areaDeps(deps: ServiceDeps) {
  const accountOfToken = findAccount(deps);
  const sessionOfId = liveSessions(deps);
  const collector = new TermCollector(deps);
  return {
    ...deps,
    accountOfToken,
    sessionOfId,
    /** From then on this process looks up anew whom a token stands for; others do within 5 s. */
    forgetTokens: () => {
      accountOfToken.forget();
      sessionOfId.forget();
    },
    actingFor: actingFor(deps),
    collector,
    /** Counts a word that nobody understood. */
    note: collector.note.bind(collector),
  };
}
