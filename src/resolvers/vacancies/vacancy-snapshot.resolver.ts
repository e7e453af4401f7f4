import { Ctx, Field, Float, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { snapshotPath } from '../../services/snapshots/snapshot-address';
import { For } from '../audience';
import type { Context } from '../context';
import { DateTimeScalar } from '../scalars';

@ObjectType('VacancySnapshotRef', {
  description:
    'A file with all public vacancies, closed ones too: NDJSON, one record a line by `id`, compressed with gzip.',
  simpleResolvers: true,
})
@For('public')
export class VacancySnapshotRef {
  @For('public')
  @Field(() => String, {
    description: 'Where it is, for at least 24 hours; it can be fetched in stretches (Range).',
  })
  url: string;

  @For('public')
  @Field(() => String, { description: 'SHA-256 of the compressed file, hexadecimal.' })
  sha256: string;

  @For('public')
  @Field(() => Float, { description: 'Bytes of the compressed file.' })
  bytes: number;

  @For('public')
  @Field(() => String, { description: 'SHA-256 of the lines in it, hexadecimal.' })
  linesSha256: string;

  @For('public')
  @Field(() => Float, { description: 'Bytes of the lines in it.' })
  linesBytes: number;

  @For('public')
  @Field(() => Int, { description: 'Vacancies in it, one a line.' })
  count: number;

  @For('public')
  @Field(() => String, {
    description:
      'Cursor for `vacancyChanges` and `vacancyChanged`: behind it comes all that the file does not have, and perhaps again what it has.',
  })
  resumeFrom: string;

  @For('public')
  @Field(() => DateTimeScalar, { description: 'As of when it is.' })
  createdAt: Date;
}

// A stale file is made anew: a query for each 500 vacancies.
const SNAPSHOT_COST = 50;

@Resolver()
export class VacancySnapshotResolver {
  @For('public')
  @Query(() => VacancySnapshotRef, {
    description:
      'The newest file with all public vacancies, to begin a copy that `vacancyChanges` keeps up to date.',
    complexity: SNAPSHOT_COST,
  })
  async vacancySnapshot(
    @Ctx() { services, cursors, origin, signal }: Context,
  ): Promise<VacancySnapshotRef> {
    const file = await services.vacancies.snapshots.current(signal);
    const { name, sha256, bytes, linesSha256, linesBytes, count, resumeFrom, createdAt } = file;
    return Object.assign(new VacancySnapshotRef(), {
      url: `${origin}${snapshotPath(name)}`,
      ...{ sha256, bytes, linesSha256, linesBytes, count, createdAt },
      resumeFrom: cursors.forStream('vacancy changes').encode(resumeFrom),
    });
  }
}
