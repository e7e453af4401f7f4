import { chooseAccount } from '../../src/cli/token';
import type { EmployerAccount } from '../../src/services/accounts/find-employer-accounts';

const account = (
  employerName: string,
  subject: string,
  role: EmployerAccount['role'] = 'OWNER',
) => ({
  employerName,
  issuer: 'padan-development',
  subject,
  role,
});

describe('chooseAccount', () => {
  const found = [
    account('PT Palu', 'a'),
    account('PT Palu Jaya', 'b'),
    account('PT Palu', 'c', 'RECRUITER'),
  ];

  it('takes the employer whose whole name is given', () => {
    expect(chooseAccount(found, 'pt palu', ['OWNER']).subject).toBe('a');
    expect(chooseAccount(found, 'PT PALU', ['RECRUITER']).subject).toBe('c');
  });

  it('takes the only one with a part of the name', () => {
    expect(chooseAccount(found.slice(1, 2), 'jaya', ['OWNER']).subject).toBe('b');
  });

  it('asks which one when several fit, and says when none does', () => {
    expect(() => chooseAccount(found, 'palu', ['OWNER'])).toThrow('PT Palu, PT Palu Jaya');
    expect(() => chooseAccount([], 'palu', ['OWNER'])).toThrow('No account');
  });
});
