/** An operation that works without a token, for the first try. */
const FIRST_QUERY =
  '{ matchMe(text: \\"saya bisa las listrik, tinggal di Palu\\", first: 3) { eligible matches { vacancy { title } match { scoreBp verdict } } } }';

/**
 * What a person reads when the service is up: how long it took, where it is, one command to try.
 *
 * Unit: `seconds` since the process began.
 */
export function describeStart(address: string, seconds: number, isDegraded: boolean): string {
  return [
    '',
    `Padan is ready after ${seconds.toFixed(1)} s${isDegraded ? ' (degraded: no search server)' : ''}`,
    `  Home page  ${address}/`,
    `  Explorer   ${address}/explorer`,
    '  Try        curl -s -H "content-type: application/json" \\',
    `               -d '{"query":"${FIRST_QUERY}"}' ${address}/graphql`,
    '',
    '',
  ].join('\n');
}
