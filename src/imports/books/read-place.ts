import type { RowCells } from './cells';
import { type BookPlaces, isInside } from './places';

/** The columns that may say where somebody is, the finest first. */
export type PlaceField = 'regionCode' | 'village' | 'district' | 'regency';

/** Where a book's places are looked for. */
export interface PlaceReader {
  readonly places: BookPlaces;
  /** Area of the office; null = not said. */
  readonly area: string | null;
}

/** Code of the region in a row; '' where the row is refused for it. */
export function readPlace(
  cells: Pick<RowCells<PlaceField>, 'text' | 'refuse' | 'leaveOut'>,
  { places, area }: PlaceReader,
): string {
  const found = places.find({
    regionCode: cells.text('regionCode'),
    village: cells.text('village'),
    district: cells.text('district'),
    regency: cells.text('regency'),
  });
  if ('fault' in found) {
    cells.refuse(found.fault, 'names no place that is known; give its code, or --office');
    return '';
  }
  if (area !== null && !isInside(found.code, area)) {
    const column = cells.text('regionCode') === '' ? 'regency' : 'regionCode';
    cells.refuse(column, 'lies outside the office’s area');
  }
  if (!found.isExact) {
    cells.leaveOut('village', `a place was not found by its name; ${found.code} is taken`);
  }
  return found.code;
}
