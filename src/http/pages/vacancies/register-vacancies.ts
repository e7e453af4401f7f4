import type { FastifyInstance } from 'fastify';
import { registerFeeds } from '../../feeds/register-feeds';
import { registerOembed } from '../../feeds/register-oembed';
import { registerSitemap } from '../../feeds/register-sitemap';
import { registerVacancyPages } from './register-vacancy-pages';
import type { VacancyPagesDeps } from './vacancy-deps';

/** Adds what seekers, search engines and other sites read of the vacancies. */
export async function registerVacancies(
  app: FastifyInstance,
  deps: VacancyPagesDeps,
): Promise<void> {
  await registerVacancyPages(app, deps);
  await registerFeeds(app, deps);
  await registerOembed(app, deps);
  await registerSitemap(app, deps);
}
