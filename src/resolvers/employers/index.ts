import { EmployerBookEntryResolver } from './book-entry.resolver';
import { EmployerResolver } from './employer.resolver';
import { EmployerMutationsResolver } from './employer-mutations.resolver';
import { VerificationResolver } from './verification.resolver';

export const employerResolvers = [
  EmployerBookEntryResolver,
  EmployerMutationsResolver,
  EmployerResolver,
  VerificationResolver,
] as const;
