import type { EvidenceStatus } from '../entities/vocabulary';
import { daysAfter, isoDay } from './days';
import { type DemoJob, yearsIn } from './person-work';
import { type Random, Weighted } from './random';
import type { DemoNeed, DemoOccupation, DemoReference } from './reference';

export interface DemoSkill {
  competencyId: string;
  level: number;
  evidence: EvidenceStatus;
  yearsUsed: number | null;
  lastUsedOn: string | null;
}

interface Background {
  trades: readonly DemoOccupation[];
  jobs: readonly DemoJob[];
  now: Date;
  reference: DemoReference;
}

/** How often somebody has what the trade needs, from the least to the most able; the first trade is known best. */
const SHARE = {
  first: { ESSENTIAL: [0.68, 1], OPTIONAL: [0.2, 0.65] },
  other: { ESSENTIAL: [0.4, 0.75], OPTIONAL: [0.1, 0.35] },
} as const;

const evidences = new Weighted<EvidenceStatus>([
  ['SELF_DECLARED', 62],
  ['FACILITATOR_CONFIRMED', 13],
  ['EMPLOYER_CONFIRMED', 12],
  ['TESTED', 6],
  ['CERTIFIED', 7],
]);

const drivingLicences = new Weighted<string>([
  ['sim-c', 70],
  ['sim-a', 25],
  ['sim-b1', 5],
]);

/** What a person can do: mostly what the trades need, some of it missing, and a few things besides. */
export function buildSkills(random: Random, background: Background): DemoSkill[] {
  const skills = new Map<string, DemoSkill>();
  const add = (skill: DemoSkill) => {
    if (!skills.has(skill.competencyId)) skills.set(skill.competencyId, skill);
  };
  const ability = random.unit();
  for (const [place, trade] of background.trades.entries()) {
    const share = place === 0 ? SHARE.first : SHARE.other;
    const years = yearsIn(background.jobs, trade.id, background.now);
    for (const need of trade.needs) {
      const [least, most] = share[need.necessity];
      if (!random.chance(least + ability * (most - least))) continue;
      add(learn(random, need, { ability, years, now: background.now }));
    }
  }
  // Nobody knows nothing of the own trade.
  const [{ needs }] = background.trades;
  if (skills.size === 0) {
    add(learn(random, random.pick(needs), { ability, years: 0, now: background.now }));
  }
  for (const competencyId of pickBesides(random, background.reference)) {
    add(declare(competencyId, random.between(2, 3)));
  }
  if (random.chance(0.55)) {
    add({ ...declare(drivingLicences.pick(random), 1), evidence: 'CERTIFIED' });
  }
  return [...skills.values()];
}

/** Attitudes, languages and something of a trade that is not one's own. */
function pickBesides(random: Random, reference: DemoReference): string[] {
  const foreign = random.pick(reference.occupations).needs.filter(({ kind }) => kind === 'SKILL');
  return [
    ...random.sample(reference.attitudeIds, random.between(0, 3)),
    ...(random.chance(0.35) ? [random.pick(reference.languageIds)] : []),
    ...(random.chance(0.4) ? random.sample(foreign, 1).map((need) => need.competencyId) : []),
  ];
}

const declare = (competencyId: string, level: number): DemoSkill => ({
  competencyId,
  level,
  evidence: 'SELF_DECLARED',
  yearsUsed: null,
  lastUsedOn: null,
});

function learn(
  random: Random,
  need: DemoNeed,
  { ability, years, now }: { ability: number; years: number; now: Date },
): DemoSkill {
  const isPaper = need.kind === 'LICENCE' || need.kind === 'CERTIFICATE';
  const shift =
    Math.floor(random.unit() + ability + 0.1) - (random.chance(0.2) ? 1 : 0) + (years >= 6 ? 1 : 0);
  const isDated = years > 0 && random.chance(0.7);
  return {
    competencyId: need.competencyId,
    level: isPaper ? 1 : Math.min(Math.max(need.level + shift, 1), 5),
    evidence: isPaper && random.chance(0.75) ? 'CERTIFIED' : evidences.pick(random),
    yearsUsed: years > 0 ? Math.min(years, 40) : null,
    lastUsedOn: isDated ? isoDay(daysAfter(now, -random.between(0, 700))) : null,
  };
}
