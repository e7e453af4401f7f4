import type { Clock } from '../../clock';
import { errors } from '../../errors';

/** Simulations of one account in one clock hour. Source: our choice; a person tries some dozens of variants a vacancy. */
export const SIMULATIONS_AN_HOUR = 60;

const HOUR_MS = 3_600_000;

/**
 * How many simulations each account has left, so that nobody asks thousands of variants to single people out.
 *
 * Shape: counted in this process, forgotten with each clock hour and with a restart.
 */
export class SimulationBudget {
  private hour = 0;
  private readonly spent = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Errors: SIMULATION_BUDGET_SPENT when nothing is left. */
  spend(accountId: string): void {
    const now = this.clock.now().getTime();
    const hour = Math.floor(now / HOUR_MS);
    if (hour !== this.hour) {
      this.hour = hour;
      this.spent.clear();
    }
    const used = this.spent.get(accountId) ?? 0;
    if (used >= SIMULATIONS_AN_HOUR) {
      const minutes = Math.ceil(((hour + 1) * HOUR_MS - now) / 60_000);
      throw errors.simulation.budgetSpent(SIMULATIONS_AN_HOUR, minutes);
    }
    this.spent.set(accountId, used + 1);
  }
}
