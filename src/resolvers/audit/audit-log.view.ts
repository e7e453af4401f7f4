import { Field, ObjectType } from 'type-graphql';
import type { AuditRecord } from '../../services/audit/list-audit';
import { For } from '../audience';
import { connectionOf, edgeOf } from '../lists/connection';

@ObjectType('AuditDetail', {
  description: 'A code or count beside an entry.',
  simpleResolvers: true,
})
@For('office')
export class AuditDetailView {
  @For('office')
  @Field(() => String, { description: 'What it says.' })
  name: string;

  @For('office')
  @Field(() => String, { description: 'The code, count or id.' })
  value: string;
}

@ObjectType('AuditEntry', {
  description: 'Something that must be answered for; without personal values.',
  simpleResolvers: true,
})
@For('office')
export class AuditEntryView {
  @For('office')
  @Field(() => Date, { description: 'When.' })
  at: Date;

  @For('office')
  @Field(() => String, {
    description:
      '`system`, `account:` with the id of an account, or `candidate:` with the pseudonym of a person.',
  })
  actor: string;

  @For('office')
  @Field(() => String, { description: 'What was done, for example `candidate.exported`.' })
  action: string;

  @For('office')
  @Field(() => String, { description: 'What it was done to: `candidate`, `account` and so on.' })
  subjectType: string;

  @For('office')
  @Field(() => String, {
    description: 'Which one: an id; of a person who looks for work only a pseudonym.',
  })
  subjectId: string;

  @For('office')
  @Field(() => [AuditDetailView], { description: 'What more is known.' })
  detail: AuditDetailView[];
}

@ObjectType({ description: 'An entry in its place of the log.', simpleResolvers: true })
@For('office')
export class AuditEdge extends edgeOf(AuditEntryView, 'office') {}

@ObjectType({ description: 'The audit log, newest first.', simpleResolvers: true })
@For('office')
export class AuditConnection extends connectionOf(AuditEdge, 'office') {}

export const toAuditEntryView = ({ detail, ...record }: AuditRecord): AuditEntryView =>
  Object.assign(new AuditEntryView(), {
    ...record,
    detail: Object.entries(detail).map(([name, value]) =>
      Object.assign(new AuditDetailView(), { name, value: String(value) }),
    ),
  });
