import { Field, Float, ObjectType } from 'type-graphql';
import type { Region } from '../../entities';
import type { RegionLevel } from '../../entities/vocabulary';
import { For } from '../audience';
import { RegionLevelEnum } from '../enums';
import { connectionOf, edgeOf } from '../lists/connection';
import { Concept, Node } from '../node.view';
import { encodeNodeId } from '../node-id';

@ObjectType({ description: 'A point on the map, in degrees.', simpleResolvers: true })
@For('public')
export class GeoPoint {
  @For('public')
  @Field(() => Float, { description: 'Latitude.' })
  latitude: number;

  @For('public')
  @Field(() => Float, { description: 'Longitude.' })
  longitude: number;
}

@ObjectType('Region', {
  implements: [Node, Concept],
  description: 'Region (wilayah) under its official code.',
  simpleResolvers: true,
})
@For('public')
export class RegionView extends Concept {
  @For('public')
  @Field(() => String, { description: 'Official code such as `72.71.01`; the nation is `ID`.' })
  code: string;

  @For('public')
  @Field(() => String, { description: 'Official name.' })
  name: string;

  @For('public')
  @Field(() => RegionLevelEnum, { description: 'Level of the region.' })
  level: RegionLevel;

  @For('public')
  @Field(() => GeoPoint, {
    nullable: true,
    description: 'Centroid; null where none is known, then distances use the nearest region above.',
  })
  centroid: GeoPoint | null;

  parentCode: string | null;
}

export function toRegionView(region: Region): RegionView {
  const { code, name, level, parentCode, latitude, longitude } = region;
  const centroid = latitude === null || longitude === null ? null : { latitude, longitude };
  const id = encodeNodeId('Region', code);
  const label = { labelId: name, labelEn: name };
  return Object.assign(new RegionView(), { id, code, name, level, parentCode, centroid, ...label });
}

@ObjectType({ description: 'A region in a list.', simpleResolvers: true })
@For('public')
export class RegionEdge extends edgeOf(RegionView, 'public') {}

@ObjectType({ description: 'A list of regions.', simpleResolvers: true })
@For('public')
export class RegionConnection extends connectionOf(RegionEdge, 'public') {}
