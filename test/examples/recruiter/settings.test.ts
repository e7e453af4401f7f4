import { NoToken, parseSettings } from '../../../examples/recruiter/settings';

describe('parseSettings', () => {
  const env = { PADAN_TOKEN: 'secret' };

  it('has a default for everything but the token', () => {
    expect(parseSettings([], env)).toEqual({
      url: 'ws://localhost:4000/graphql/employer',
      token: 'secret',
      stateFile: 'recruiter.cursor',
      vacancyIds: [],
      minVerdict: 'POSSIBLE',
    });
    expect(() => parseSettings([], {})).toThrow(NoToken);
  });

  it('takes address, file, vacancies and verdict as arguments', () => {
    const args =
      '--address https://padan.example --state a --vacancy b --vacancy c --min-verdict STRONG';
    expect(parseSettings(args.split(' '), env)).toMatchObject({
      url: 'wss://padan.example/graphql/employer',
      stateFile: 'a',
      vacancyIds: ['b', 'c'],
      minVerdict: 'STRONG',
    });
  });

  it.each([
    ['--min-verdict', 'BEST'],
    ['--address', 'padan'],
    ['--token', 'secret'],
  ])('refuses %s %s', (...args) => {
    expect(() => parseSettings(args, env)).toThrow(args[0]);
  });
});
