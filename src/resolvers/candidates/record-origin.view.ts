import { Field, Int, ObjectType } from 'type-graphql';
import type { CandidateOrigin } from '../../entities';
import { For } from '../audience';
import { DateTimeScalar } from '../scalars';

@ObjectType('RecordOrigin', {
  description: 'A row of a book of the labour office that names the signed-in person.',
  simpleResolvers: true,
})
@For('candidate')
export class RecordOriginView {
  words: string | null;

  @For('candidate')
  @Field(() => String, { description: 'Name of the book.' })
  source: string;

  @For('candidate')
  @Field(() => Int, { description: 'Row; the header is row 1.' })
  row: number;

  @For('candidate')
  @Field(() => DateTimeScalar, { description: 'When the office took it in.' })
  importedAt: Date;
}

export const toOriginView = (origin: CandidateOrigin): RecordOriginView =>
  Object.assign(new RecordOriginView(), {
    ...{ words: origin.words, source: origin.sourceName },
    ...{ row: origin.rowNumber, importedAt: origin.importedAt },
  });
