import { InvalidArgumentError } from 'commander';

/** A whole number of at most eight digits. */
export function readCount(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
