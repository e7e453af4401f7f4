import { createLogger, describeError } from '../../src/logging/logger';

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

  it.each([
    ['JSON that is none', () => JSON.parse('Kenari 7271015708909377')],
    ['a value of a wrong type', () => Buffer.from(7271015708909377 as never)],
    [
      'a row that is not found',
      () => {
        throw new Error(
          'Could not find: { "where": { "phone": "+6281273310987", "fullName": "Kenari" } }',
        );
      },
    ],
    [
      'an address',
      () => {
        throw new Error(
          'cannot reach kenari@contoh.example or postgres://padan_app:geheim@db:5432/padan',
        );
      },
    ],
    [
      'a token',
      () => {
        throw new Error('odd token eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJrZW5hcmkifQ.c2ln here');
      },
    ],
  ])('leaves out what a message quotes: %s', (_, fail) => {
    let thrown: unknown;
    try {
      fail();
    } catch (error) {
      thrown = error;
    }
    const logged = JSON.stringify(describeError(new Error('failed', { cause: thrown })));
    expect(logged).not.toMatch(/kenari|7271015708909377|81273310987|geheim|eyJ/i);
    expect(logged).toContain('failed');
  });

  it('keeps where and what failed', () => {
    const missing = new Error(
      "ENOENT: no such file or directory, open '/var/lib/padan/erasures.log'",
    );
    const unread = new TypeError("Cannot read properties of undefined (reading 'facts')");
    expect(describeError(missing).message).toBe(missing.message);
    expect(describeError(unread)).toMatchObject({ message: unread.message, type: 'TypeError' });
    expect(describeError(unread).stack).toMatch(/^ {4}at /);
  });
});

describe('the log', () => {
  const written = (write: (log: ReturnType<typeof createLogger>) => void): string[] => {
    const lines: string[] = [];
    write(createLogger('trace', { write: (line: string) => void lines.push(line) }));
    return lines;
  };

  it('repeats nothing of an error that a package writes', () => {
    const fault = new TypeError('cannot read {"name":"Kenari Sriwulandari"} of 7271015708909377');
    const lines = written((log) => {
      log.error(fault);
      log.error(`Unexpected error processing request: ${fault}`);
      log.warn({ err: fault });
      log.warn({ err: fault }, 'mine %s', '"Kenari"');
      log.debug(fault, 'with words');
    });
    expect(lines).toHaveLength(5);
    expect(lines.join('')).not.toMatch(/Kenari|7271015708909377/);
    expect(JSON.parse(lines[0])).toMatchObject({ msg: 'failed', err: { type: 'TypeError' } });
  });

  it('keeps our own words', () => {
    const [line] = written((log) => log.info({ requestId: 'r', status: 200 }, 'answered'));
    expect(JSON.parse(line)).toMatchObject({ requestId: 'r', status: 200, msg: 'answered' });
  });
});
