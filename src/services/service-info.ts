import type { EntityManager } from 'typeorm';
import { TaxonomyVersion } from '../entities';

/** The limits that clients can read. */
export interface ServiceLimits {
  maxFirst: number;
  maxDepth: number;
  maxAliases: number;
  maxTokens: number;
  maxBodyBytes: number;
  maxCostPublic: number;
  maxCostSignedIn: number;
  pointsPublic: number;
  pointsSignedIn: number;
  restoreRatePublic: number;
  restoreRateSignedIn: number;
  deadlineSeconds: number;
  maxSocketOperations: number;
  maxSocketsPerAccount: number;
  heartbeatSeconds: number;
}

/** What the composition root knows of the running service. */
export interface ServiceFacts {
  readonly version: string;
  readonly algorithmVersion: string;
  readonly limits: ServiceLimits;
  readonly isDemo: boolean;
  /** Whether search works without Meilisearch at this moment. */
  isDegraded(): boolean;
}

export interface ServiceInfo {
  version: string;
  algorithmVersion: string;
  taxonomyVersion: number;
  limits: ServiceLimits;
  isDemo: boolean;
  isDegraded: boolean;
}

/** What the service says about itself. Cost: 1 query. */
export const describeService =
  ({ manager, about }: { manager: EntityManager; about: ServiceFacts }) =>
  async (): Promise<ServiceInfo> => {
    const { version, algorithmVersion, limits, isDemo } = about;
    const taxonomyVersion = await readTaxonomyVersion(manager);
    const isDegraded = about.isDegraded();
    return { version, algorithmVersion, taxonomyVersion, limits, isDemo, isDegraded };
  };

/** The newest published version; 0 before the first. Cost: 1 query. */
async function readTaxonomyVersion(manager: EntityManager): Promise<number> {
  return (await manager.maximum(TaxonomyVersion, 'version')) ?? 0;
}
