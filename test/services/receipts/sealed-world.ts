import type { Account, Candidate, Vacancy } from '../../../src/entities';
import type { Receipt } from '../../../src/matching/core/read-receipt';
import {
  aCandidate,
  anAccount,
  anEmployerWithOwner,
  aVacancy,
  holds,
  must,
  nice,
} from '../../builders';
import { type GraphWorld, startGraphWorld } from '../../resolvers/graph-world';

/** A vacancy and people with accounts who are eligible for it. */
export interface SealedWorld {
  world: GraphWorld;
  owner: Account;
  vacancy: Vacancy;
  people: readonly { account: Account; candidate: Candidate }[];
  /** Freezes the whole order now; the id of the snapshot. */
  seal(): Promise<string>;
  receiptOf(account: Account, snapshotId: string | null): Promise<Receipt>;
  stop(): Promise<void>;
}

/** `pick` draws a number below another; so many people come, all of them eligible. */
export async function startSealedWorld(
  count: number,
  pick: (below: number) => number,
): Promise<SealedWorld> {
  const world = await startGraphWorld();
  const { owner, vacancy, people } = await world.seed(async (manager) => {
    const { employer, account } = await anEmployerWithOwner(manager);
    const ofVacancy = await aVacancy(manager, {
      employerId: employer.id,
      requirements: [must('patroli'), nice('cctv', 4)],
    });
    const all: { account: Account; candidate: Candidate }[] = [];
    for (let number = 0; number < count; number += 1) {
      const own = await anAccount(manager);
      const candidate = await aCandidate(manager, {
        accountId: own.id,
        education: pick(2) === 0 ? 'SMA' : null,
        competencies: [holds('patroli', 1 + pick(5)), holds('cctv', 1 + pick(5))],
        experiences: pick(3) === 0 ? [{ occupationId: 'satpam-security' }] : [],
      });
      all.push({ account: own, candidate });
    }
    return { owner: account, vacancy: ofVacancy, people: all };
  });
  await world.refresh();
  return {
    world,
    owner,
    vacancy,
    people,
    seal: async () => {
      const sealed = await world.services.matching.sealRanking({ accountId: owner.id }, vacancy.id);
      if (sealed.value === null) throw new Error('nothing was sealed');
      return sealed.value.id;
    },
    receiptOf: (account, snapshotId) =>
      world.services.receipts.find(
        { accountId: account.id },
        { vacancyId: vacancy.id, snapshotId },
      ),
    stop: () => world.stop(),
  };
}

/** Draws from a seed. */
export function drawer(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
