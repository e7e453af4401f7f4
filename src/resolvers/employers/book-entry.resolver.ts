import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { For } from '../audience';
import type { Context } from '../context';
import { EmployerBookEntryView, toBookEntryView } from './book-entry.view';
import { EmployerRegistrationView } from './employer-registration.view';

/** Source: our choice; an office has a book or two. */
const MOST = 10;

@Resolver(() => EmployerRegistrationView)
export class EmployerBookEntryResolver {
  @For('office')
  @FieldResolver(() => [EmployerBookEntryView], {
    description: 'What the office’s own books say of the employer, the newest 10 first.',
  })
  async bookEntries(
    @Root() { employer }: EmployerRegistrationView,
    @Ctx() { loaders }: Context,
  ): Promise<EmployerBookEntryView[]> {
    const entries = await loaders.bookEntries.load(employer.key);
    return entries.slice(0, MOST).map(toBookEntryView);
  }
}
