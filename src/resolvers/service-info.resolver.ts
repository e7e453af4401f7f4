import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { ServiceInfo, ServiceLimits } from '../services/service-info';
import { For } from './audience';
import type { Context } from './context';

@ObjectType('ServiceLimits', { description: 'What the service refuses.', simpleResolvers: true })
@For('public')
export class ServiceLimitsView implements ServiceLimits {
  @For('public')
  @Field(() => Int, { description: 'Longest page.' })
  maxFirst: number;

  @For('public')
  @Field(() => Int, { description: 'Deepest nesting of a query; introspection is exempt.' })
  maxDepth: number;

  @For('public')
  @Field(() => Int, { description: 'Most aliases in a query.' })
  maxAliases: number;

  @For('public')
  @Field(() => Int, { description: 'Most tokens in a query.' })
  maxTokens: number;

  @For('public')
  @Field(() => Int, { description: 'Largest request in bytes.' })
  maxBodyBytes: number;

  @For('public')
  @Field(() => Int, { description: 'Dearest query without signing in, in points.' })
  maxCostPublic: number;

  @For('public')
  @Field(() => Int, { description: 'Dearest query of an account, in points.' })
  maxCostSignedIn: number;

  @For('public')
  @Field(() => Int, {
    description:
      'Points that an address holds where nobody is signed in; more where many share it.',
  })
  pointsPublic: number;

  @For('public')
  @Field(() => Int, { description: 'Points that an account holds.' })
  pointsSignedIn: number;

  @For('public')
  @Field(() => Int, { description: 'Points that an address gets back each second.' })
  restoreRatePublic: number;

  @For('public')
  @Field(() => Int, { description: 'Points that an account gets back each second.' })
  restoreRateSignedIn: number;

  @For('public')
  @Field(() => Int, { description: 'Longest time that a request may take.' })
  deadlineSeconds: number;

  @For('public')
  @Field(() => Int, { description: 'Most operations at one time on a socket.' })
  maxSocketOperations: number;

  @For('public')
  @Field(() => Int, {
    description: 'Most sockets of an account, and of an address on which nobody signed in.',
  })
  maxSocketsPerAccount: number;

  @For('public')
  @Field(() => Int, { description: 'Longest silence on a subscription.' })
  heartbeatSeconds: number;
}

@ObjectType('ServiceInfo', { description: 'The service about itself.', simpleResolvers: true })
@For('public')
export class ServiceInfoView implements ServiceInfo {
  @For('public')
  @Field(() => String, { description: 'Version of the software.' })
  version: string;

  @For('public')
  @Field(() => String, { description: 'Version of the rules that score.' })
  algorithmVersion: string;

  @For('public')
  @Field(() => Int, { description: 'Version of competencies and occupations.' })
  taxonomyVersion: number;

  @For('public')
  @Field(() => ServiceLimitsView, { description: 'Limits.' })
  limits: ServiceLimits;

  @For('public')
  @Field(() => Boolean, { description: 'Whether invented people and vacancies are loaded.' })
  isDemo: boolean;

  @For('public')
  @Field(() => Boolean, {
    description: 'True while the search engine is missing: words are searched by the database.',
  })
  isDegraded: boolean;
}

@Resolver()
export class ServiceInfoResolver {
  @For('public')
  @Query(() => ServiceInfoView, { description: 'Versions, limits and state of the service.' })
  serviceInfo(@Ctx() { services }: Context): Promise<ServiceInfo> {
    return services.describeService();
  }
}
