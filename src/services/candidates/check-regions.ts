import { type EntityManager, In } from 'typeorm';
import { Region } from '../../entities';
import { type Problem, problem } from '../problems';
import type { ProfileDraft } from './profile';

type Places = Pick<ProfileDraft, 'regionCode' | 'identityRegionCode' | 'willingRegionCodes'>;

/** The regions of a profile that do not exist. Cost: 1 query. */
export async function checkRegions(manager: EntityManager, draft: Places): Promise<Problem[]> {
  const named: [string, string | null][] = [
    ['regionCode', draft.regionCode],
    ['identityRegionCode', draft.identityRegionCode],
    ...draft.willingRegionCodes.map((code, index): [string, string] => [
      `willingRegionCodes.${index}`,
      code,
    ]),
  ];
  const codes = named.flatMap(([, code]) => code ?? []);
  const found = await manager.find(Region, { select: { code: true }, where: { code: In(codes) } });
  const known = new Set(found.map(({ code }) => code));
  return named.flatMap(([path, code]) =>
    code === null || known.has(code) ? [] : [problem('UNKNOWN_REFERENCE', path)],
  );
}
