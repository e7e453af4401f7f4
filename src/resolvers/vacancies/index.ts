import { DraftRemarkResolver, DraftReviewResolver } from './draft-review.resolver';
import { DraftVacancyResolver } from './draft-vacancy.resolver';
import { RequirementResolver } from './requirement.resolver';
import { VacancyResolver } from './vacancy.resolver';
import { VacancyChangedResolver } from './vacancy-changed.resolver';
import { VacancyChangesResolver } from './vacancy-changes.resolver';
import {
  FacetBucketResolver,
  VacancyConnectionResolver,
  VacancyEdgeResolver,
} from './vacancy-list.resolver';
import { VacancyMutationsResolver } from './vacancy-mutations.resolver';
import { VacancyPageResolver } from './vacancy-page.resolver';
import { VacancySnapshotResolver } from './vacancy-snapshot.resolver';
import { VerifyResolver } from './verify.resolver';

export const vacancyResolvers = [
  DraftRemarkResolver,
  DraftReviewResolver,
  DraftVacancyResolver,
  FacetBucketResolver,
  RequirementResolver,
  VacancyChangedResolver,
  VacancyChangesResolver,
  VacancyConnectionResolver,
  VacancyEdgeResolver,
  VacancyMutationsResolver,
  VacancyPageResolver,
  VacancyResolver,
  VacancySnapshotResolver,
  VerifyResolver,
] as const;
