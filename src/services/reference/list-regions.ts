import type { EntityManager } from 'typeorm';
import { Region } from '../../entities';
import type { RegionLevel } from '../../entities/vocabulary';
import { type Slice, type SliceRequest, sliceOf } from '../slice';

export interface RegionFilter {
  /** Directly below this region. */
  parentCode: string | null;
  level: RegionLevel | null;
  /** Part of the name. */
  q: string | null;
}

/**
 * Regions by official code.
 *
 * Cost: 2 queries.
 */
export const listRegions =
  (manager: EntityManager) =>
  async (filter: RegionFilter, request: SliceRequest<string>): Promise<Slice<Region>> => {
    const query = manager.createQueryBuilder(Region, 'region').where('TRUE');
    if (filter.parentCode !== null) {
      query.andWhere('region.parentCode = :parentCode', { parentCode: filter.parentCode });
    }
    if (filter.level !== null) query.andWhere('region.level = :level', { level: filter.level });
    if (filter.q !== null) {
      query.andWhere('region.name ILIKE :pattern', { pattern: containing(filter.q) });
    }
    const total = await query.getCount();
    if (request.after !== null) query.andWhere('region.code > :after', { after: request.after });
    const read = await query
      .orderBy('region.code')
      .take(request.first + 1)
      .getMany();
    return sliceOf(read, request, total, (region) => region.code);
  };

/** The LIKE pattern of texts that contain `part`, whatever signs it holds. */
export const containing = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
