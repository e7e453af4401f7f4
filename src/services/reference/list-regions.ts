import type { EntityManager } from 'typeorm';
import { Region } from '../../entities';
import { type RegionLevel, regionLevels } from '../../entities/vocabulary';
import { type Slice, type SliceRequest, sliceOf } from '../slice';

export interface RegionFilter {
  /** Directly below this region. */
  parentCode: string | null;
  level: RegionLevel | null;
  /** Part of the name. */
  q: string | null;
}

/**
 * Regions by official code; with part of a name the larger ones first, so that "palu" finds the city before the
 * villages whose names hold it.
 *
 * A place is the position in the list, from 0.
 * Cost: 2 queries.
 */
export const listRegions =
  (manager: EntityManager) =>
  async (filter: RegionFilter, request: SliceRequest<number>): Promise<Slice<Region>> => {
    const query = manager.createQueryBuilder(Region, 'region').where('TRUE');
    if (filter.parentCode !== null) {
      query.andWhere('region.parentCode = :parentCode', { parentCode: filter.parentCode });
    }
    if (filter.level !== null) query.andWhere('region.level = :level', { level: filter.level });
    if (filter.q !== null) {
      query
        .andWhere('region.name ILIKE :pattern', { pattern: containing(filter.q) })
        .orderBy('array_position(:levels, region.level)')
        .setParameter('levels', [...regionLevels]);
    }
    const start = request.after === null ? 0 : request.after + 1;
    const [read, total] = await query
      .addOrderBy('region.code')
      .offset(start)
      .limit(request.first + 1)
      .getManyAndCount();
    return sliceOf(read, request, total, (_, index) => start + index);
  };

/** The LIKE pattern of texts that contain `part`, whatever signs it holds. */
const containing = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
