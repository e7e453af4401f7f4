import type { SharedVacancy } from '../../services/share/share-facts';
import type { AskPublic } from '../pages/asking/ask-public';

const SHARED = `query Shared($slug: String!) {
  vacancy(slug: $slug) {
    slug title description verifyCode state closedReason validThrough isDemo
    wage { min max unit } employer { name verification } regions { name }
  }
}`;

/** A vacancy as it is drawn; null for none that the public sees. Errors: those of the endpoint. */
export async function readShared(ask: AskPublic, slug: string): Promise<SharedVacancy | null> {
  const { vacancy } = await ask<{ vacancy: SharedVacancy | null }>(SHARED, { slug });
  return vacancy;
}
