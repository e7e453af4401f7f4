import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../src/database/data-source';
import { Vacancy } from '../../../src/entities';
import { patient } from '../../support/patience';
import { type DemoApp, startDemoApp } from '../../web/demo-app';

/** The service with its invented world, and a vacancy of it in each public standing. */
export interface PagesWorld {
  app: DemoApp;
  /** Past row level security. */
  owner: DataSource;
  open: Vacancy;
  closed: Vacancy;
  /** Was public once. */
  suspended: Vacancy;
  /** Closed by the office as a fraud. */
  fraud: Vacancy;
  stop(): Promise<void>;
}

export async function startPagesWorld(): Promise<PagesWorld> {
  const app = await startDemoApp({ BUDGET_FACTOR: '1000' });
  const owner = await createDataSource(app.ownerUrl, { poolSize: 2, ...patient }).initialize();
  const [open, suspended, fraud] = await owner.manager.find(Vacancy, {
    where: { state: 'PUBLISHED' },
    order: { number: 'ASC' },
    take: 3,
  });
  if (open === undefined || suspended === undefined || fraud === undefined) {
    throw new Error('the demo has open vacancies');
  }
  const closed = await owner.manager.findOneOrFail(Vacancy, {
    where: { state: 'FILLED' },
    order: { number: 'ASC' },
  });
  await owner.manager.update(Vacancy, suspended.id, { state: 'SUSPENDED' });
  const closing = { state: 'CLOSED', closedReason: 'FRAUD', closedAt: new Date() } as const;
  await owner.manager.update(Vacancy, fraud.id, closing);
  const stop = async () => {
    await owner.destroy();
    await app.stop();
  };
  return { app, owner, open, closed, suspended, fraud, stop };
}
