import { auditServer } from 'graphql-http';
import { endpointPath } from '../../src/http/graphql/endpoint';
import { audiences } from '../../src/resolvers/audience';
import { type SampleServer, startSampleServer } from './sample-server';

const MOST_WARNINGS = 3;

let sample: SampleServer;
beforeAll(async () => {
  sample = await startSampleServer();
});
afterAll(() => sample.stop());

describe('the GraphQL over HTTP audit', () => {
  it.each(audiences)('finds no error and at most three warnings for %s', async (audience) => {
    const results = await auditServer({ url: `${sample.url}${endpointPath(audience)}` });
    const failed = results.filter(({ status }) => status !== 'ok');
    const reasonsOf = (status: string) =>
      failed.flatMap((result) =>
        result.status === status && 'reason' in result ? [`${result.name}: ${result.reason}`] : [],
      );
    expect(reasonsOf('error')).toEqual([]);
    expect(reasonsOf('warn').length).toBeLessThanOrEqual(MOST_WARNINGS);
    expect(results.length).toBeGreaterThan(50);
  });
});
