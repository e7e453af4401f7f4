import {
  SIMULATIONS_AN_HOUR,
  SimulationBudget,
} from '../../../src/services/matching/simulation-budget';

describe('SimulationBudget', () => {
  it('lets an account simulate so often an hour, others undisturbed', () => {
    let now = new Date('2026-11-21T01:30:00Z');
    const budget = new SimulationBudget({ now: () => now });
    for (let count = 0; count < SIMULATIONS_AN_HOUR; count++) budget.spend('a');
    expect(() => budget.spend('a')).toThrow(
      expect.objectContaining({
        code: 'SIMULATION_BUDGET_SPENT',
        parameters: { limit: 60, minutes: 30 },
      }),
    );
    expect(() => budget.spend('b')).not.toThrow();
    now = new Date('2026-11-21T02:00:00Z');
    expect(() => budget.spend('a')).not.toThrow();
  });
});
