import { type SampleServer, startSampleServer } from './sample-server';

const metricsToken = 'metrics-token-of-at-least-32-characters';
const elsewhere = '203.0.113.9';

let sample: SampleServer;
beforeAll(async () => {
  sample = await startSampleServer(
    {},
    {
      environment: 'production',
      metricsToken,
    },
  );
});
afterAll(() => sample.stop());

describe('/metrics in production', () => {
  const read = async (remoteAddress: string, headers = {}) => {
    const answer = await sample.server.app.inject({ url: '/metrics', remoteAddress, headers });
    return { status: answer.statusCode, text: answer.body };
  };

  it('answers this machine and who presents the token', async () => {
    const own = await read('127.0.0.1');
    const withToken = await read(elsewhere, { authorization: `Bearer ${metricsToken}` });
    for (const { status, text } of [own, withToken]) {
      expect(status).toBe(200);
      expect(text).toContain('padan_http_requests_total');
    }
  });

  it('refuses everybody else without a figure', async () => {
    const { status, text } = await read(elsewhere);
    expect(status).toBe(401);
    expect(text).toContain('UNAUTHENTICATED');
    expect(text).not.toContain('padan_');
  });
});
