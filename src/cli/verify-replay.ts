import { Command, InvalidArgumentError } from 'commander';
import { asActorRead } from '../database/as-actor';
import { replayRanking } from '../services/receipts/replay-ranking';
import { say, withSession } from './session';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `padan verify replay`: recomputes a sealed order from what is kept of it. */
export function replayCommand(): Command {
  return new Command('replay')
    .description('recompute every leaf of a sealed order; fails when one differs')
    .argument('<snapshot>', 'id of the snapshot, as in the API or as a UUID', readSnapshotId)
    .action(run);
}

async function run(snapshotId: string): Promise<void> {
  await withSession(async ({ dataSource }) => {
    const replay = await replayRanking({
      readAs: (actor, work) => asActorRead(dataSource, actor, work),
    })(snapshotId);
    if (replay === null) throw new Error('There is no sealed order with this id');
    const { snapshot, placeAt: _, ...found } = replay;
    say(JSON.stringify({ root: snapshot.digest.toString('hex'), ...found }));
    const isSound = found.differing === 0 && found.isRootMatching && found.isLogged;
    if (!isSound) process.exitCode = 1;
  });
}

function readSnapshotId(text: string): string {
  const [, key = text] = /^RankingSnapshot:(.+)$/.exec(decode(text)) ?? [];
  if (!UUID.test(key)) throw new InvalidArgumentError('The id of a snapshot is needed.');
  return key;
}

const decode = (text: string) => Buffer.from(text, 'base64url').toString('utf8');
