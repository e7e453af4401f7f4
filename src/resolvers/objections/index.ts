import { ObjectionResolver } from './objection.resolver';
import { ObjectionReviewResolver } from './objection-review.resolver';

export const objectionResolvers = [ObjectionResolver, ObjectionReviewResolver] as const;
