import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readReferenceFile, readReferenceTable } from './reference-file';

/** All of Indonesia to the village, the centroids that are known, and minimum wages. */
export class LoadRegions1795287600000 implements MigrationInterface {
  name = 'LoadRegions1795287600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A parent always comes with its child in this file: checking the key once, after the load, halves the time.
    await queryRunner.query('ALTER TABLE regions DROP CONSTRAINT fk_regions_parent_code');
    await insertRegions(queryRunner);
    await queryRunner.query(`
      ALTER TABLE regions ADD CONSTRAINT fk_regions_parent_code
        FOREIGN KEY (parent_code) REFERENCES regions(code) ON DELETE RESTRICT
    `);
    await queryRunner.query(
      `INSERT INTO minimum_wages (area_code, kind, sector, amount_idr, valid_from, valid_to, source, note)
       SELECT * FROM json_to_recordset($1::json) AS row(area_code text, kind text, sector text,
         amount_idr numeric, valid_from date, valid_to date, source text, note text)`,
      [JSON.stringify(readReferenceTable('minimum_wage.csv'))],
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DELETE FROM minimum_wages');
    await queryRunner.query('ALTER TABLE regions DROP CONSTRAINT fk_regions_parent_code');
    await queryRunner.query('DELETE FROM regions');
    await queryRunner.query(`
      ALTER TABLE regions ADD CONSTRAINT fk_regions_parent_code
        FOREIGN KEY (parent_code) REFERENCES regions(code) ON DELETE RESTRICT
    `);
  }
}

async function insertRegions(queryRunner: QueryRunner): Promise<void> {
  const rows = readReferenceFile('regions.tsv')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  await queryRunner.query(
    `INSERT INTO regions (code, name, level, parent_code)
     SELECT code, name,
       CASE length(code) WHEN 2 THEN 'PROVINCE' WHEN 5 THEN 'REGENCY_CITY' WHEN 8 THEN 'DISTRICT' ELSE 'VILLAGE' END,
       CASE length(code) WHEN 2 THEN 'ID' WHEN 13 THEN left(code, 8) ELSE left(code, length(code) - 3) END
     FROM unnest($1::text[], $2::text[]) AS row(code, name)
     UNION ALL
     SELECT 'ID', 'Indonesia', 'NATION', NULL`,
    [rows.map(([code]) => code), rows.map(([, name]) => name)],
  );
  const centroids = [...readCentroids()];
  await queryRunner.query(
    `UPDATE regions SET latitude = point.latitude, longitude = point.longitude
     FROM unnest($1::text[], $2::float8[], $3::float8[]) AS point(code, latitude, longitude)
     WHERE regions.code = point.code`,
    [
      centroids.map(([code]) => code),
      centroids.map(([, { latitude }]) => latitude),
      centroids.map(([, { longitude }]) => longitude),
    ],
  );
}

interface Point {
  latitude: number;
  longitude: number;
}

/** Provinces, the regencies of Central Sulawesi, Palu's kelurahan, and Palu's districts as the mean of theirs. */
function readCentroids(): Map<string, Point> {
  const centroids = new Map<string, Point>();
  const byDistrict = new Map<string, Point[]>();
  for (const row of [
    ...readReferenceTable('centroids.csv'),
    ...readReferenceTable('palu_kelurahan.csv'),
  ]) {
    const point = { latitude: Number(row.lat), longitude: Number(row.lng) };
    centroids.set(row.code, point);
    if (row.district_code === undefined) continue;
    byDistrict.set(row.district_code, [...(byDistrict.get(row.district_code) ?? []), point]);
  }
  for (const [code, points] of byDistrict) centroids.set(code, mean(points));
  return centroids;
}

function mean(points: readonly Point[]): Point {
  const average = (key: keyof Point) =>
    Number((points.reduce((sum, point) => sum + point[key], 0) / points.length).toFixed(6));
  return { latitude: average('latitude'), longitude: average('longitude') };
}
