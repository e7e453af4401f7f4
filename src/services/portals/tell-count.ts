import { createHmac } from 'node:crypto';
import type { GuardedCount } from '../matching/guarded-count';

/** No count below it is told. Source: issue of the portal kit. */
const LEAST = 5;
/** Counts go out in steps so far apart. */
const STEP = 5;

/** Tells a count of something that `name` names. */
export type TellCount = (count: number, name: string) => GuardedCount;

/**
 * Tells counts as "at least": each in steps of five, the first of which lies between five and nine, where a key says it does.
 * Anybody may use a portal's code and add to its counts; whoever adds until the next step is told learns where the hidden count
 * lies within five, not the count.
 */
export function tellCount(secret: string): TellCount {
  return (count, name) => {
    const first = LEAST + (createHmac('sha256', secret).update(name).digest()[0] % STEP);
    if (count < first) return { value: null, text: `<${LEAST + STEP}` };
    const value = LEAST + Math.floor((count - first) / STEP) * STEP;
    return { value, text: `${value}+` };
  };
}
