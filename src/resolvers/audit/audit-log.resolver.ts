import { IsOptional, Matches } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { shapes } from '../argument-reason';
import { For } from '../audience';
import type { Context } from '../context';
import { viewerOf } from '../guard';
import { ConnectionArgs } from '../lists/connection';
import { toSliceConnection, toSliceRequest } from '../lists/page';
import { decodeNodeId, decodeUuid } from '../node-id';
import { AuditConnection, AuditEdge, toAuditEntryView } from './audit-log.view';

@ArgsType()
class AuditLogArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only what was done to this object.' })
  subjectId?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only what this account did.' })
  accountId?: string | null;

  @IsOptional()
  @Matches(/^[a-z_.]{1,60}$/, { context: shapes.action })
  @Field(() => String, { nullable: true, description: 'Only this action.' })
  action?: string | null;
}

@Resolver()
export class AuditLogResolver {
  @For('office')
  @Query(() => AuditConnection, {
    description: 'Who did what that must be answered for, newest first; for auditors.',
  })
  async auditLog(@Args() args: AuditLogArgs, @Ctx() context: Context): Promise<AuditConnection> {
    const viewer = viewerOf(context);
    const filter = {
      subject: args.subjectId == null ? null : toSubject(args.subjectId),
      accountId: args.accountId == null ? null : decodeUuid('Account', args.accountId, 'accountId'),
      action: args.action ?? null,
    };
    const list = context.cursors.forList('auditLog', filter);
    const request = toSliceRequest<number>(args, list);
    const found = await context.services.audit.list(viewer, filter, request);
    return toSliceConnection(found, list, (entry) =>
      Object.assign(new AuditEdge(), { node: toAuditEntryView(entry) }),
    );
  }
}

/** The log names kinds of things in lower case. */
function toSubject(id: string): { type: string; id: string } {
  const { type, key } = decodeNodeId(id, 'subjectId');
  return { type: type.toLowerCase(), id: key };
}
