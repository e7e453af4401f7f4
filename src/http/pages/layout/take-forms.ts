import type { FastifyInstance } from 'fastify';

/**
 * Lets the routes of a scope take forms as browsers send them, and no other body.
 *
 * Shape: `request.body` is the form's URLSearchParams. Errors: what `refusal` makes, for any other body.
 */
export function takeFormsOnly(scope: FastifyInstance, refusal: () => Error): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => new URLSearchParams(body),
  );
  scope.addContentTypeParser('*', async () => {
    throw refusal();
  });
}
