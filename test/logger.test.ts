import { describeError } from '../src/logger';

describe('describeError', () => {
  it('keeps what a driver quotes from rows out of the log', () => {
    const driver = Object.assign(new Error('duplicate key (email)=(ani@example.id)'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'Key (email)=(ani@example.id) already exists.',
      constraint: 'uq_accounts_email',
    });
    const query = Object.assign(new Error(driver.message), {
      driverError: driver,
      parameters: ['ani@example.id'],
    });
    const logged = JSON.stringify(describeError(new Error('saving failed', { cause: query })));
    expect(logged).toContain('saving failed');
    expect(JSON.stringify(describeError(driver))).toContain('uq_accounts_email');
    expect(logged + JSON.stringify(describeError(driver))).not.toContain('ani@');
  });
});
