import fastify from 'fastify';
import { type Refusal, setRefusal } from '../../../src/http/refusals/set-refusal';

async function answer(refusal: Refusal) {
  const app = fastify();
  app.get('/', (_, reply) => {
    setRefusal(reply, refusal);
    return reply.send('');
  });
  return await app.inject('/');
}

describe('Retry-After', () => {
  it.each([1, 17, 60])('is the wait of %i minutes that the message tells', async (minutes) => {
    const { statusCode, headers } = await answer({ code: 'SIMULATION_BUDGET_SPENT', minutes });
    expect([statusCode, headers['retry-after']]).toEqual([429, String(minutes * 60)]);
  });

  it('is two seconds for a dependency that failed, and absent elsewhere', async () => {
    expect((await answer({ code: 'SERVICE_UNAVAILABLE' })).headers['retry-after']).toBe('2');
    expect((await answer({ code: 'NOT_FOUND' })).headers['retry-after']).toBeUndefined();
  });
});
