import { Field, ObjectType } from 'type-graphql';
import type { EmployerBookEntry } from '../../entities';
import { For } from '../audience';
import { DateTimeScalar } from '../scalars';

@ObjectType('EmployerBookEntry', {
  description: 'What a book of the labour office says of an employer.',
  simpleResolvers: true,
})
@For('office')
export class EmployerBookEntryView {
  @For('office')
  @Field(() => String, { description: 'Name of the book.' })
  source: string;

  @For('office')
  @Field(() => DateTimeScalar, { description: 'When it was taken in last.' })
  importedAt: Date;

  @For('office')
  @Field(() => String, { nullable: true, description: 'Industry (KBLI), as a code or in words.' })
  industry: string | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'Address.' })
  address: string | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'Whom the office talks to there.' })
  contactName: string | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'Telephone, where a claim can be checked.' })
  phone: string | null;

  @For('office')
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email: string | null;
}

export const toBookEntryView = (entry: EmployerBookEntry): EmployerBookEntryView => {
  const { sourceName: source, importedAt, industry, address, contactName, phone, email } = entry;
  return { source, importedAt, industry, address, contactName, phone, email };
};
