import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { AccessLevel } from '../../services/accounts/list-roles';
import { For } from '../audience';
import type { Context } from '../context';
import { EmployerView, toEmployerView } from '../employers/employer.view';
import { viewerOf } from '../guard';
import { AccessLevelEnum, ViewerView } from './viewer.view';

@Resolver(() => ViewerView)
export class ViewerResolver {
  @For('employer', 'candidate', 'office')
  @Query(() => ViewerView, { nullable: true, description: 'Who is signed in; null for nobody.' })
  async viewer(@Ctx() { viewer, services }: Context): Promise<ViewerView | null> {
    const account = viewer && (await services.accounts.read(viewer.accountId));
    return account && Object.assign(new ViewerView(), { displayName: account.displayName });
  }

  @For('employer', 'candidate', 'office')
  @FieldResolver(() => [AccessLevelEnum], {
    description: 'As what the viewer acts at this moment; empty for a new account.',
  })
  roles(@Ctx() context: Context): Promise<AccessLevel[]> {
    const { services } = context;
    return services.accounts.listRoles(viewerOf(context), services.clock.now());
  }

  @For('employer')
  @FieldResolver(() => [EmployerView], {
    description: 'The employers for which the viewer acts at this moment.',
  })
  async employers(@Ctx() context: Context): Promise<EmployerView[]> {
    const { services } = context;
    const own = await services.accounts.listEmployers(viewerOf(context), services.clock.now());
    return own.map(toEmployerView);
  }
}
