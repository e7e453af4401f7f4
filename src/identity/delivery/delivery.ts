import type { AddressKind } from '../../entities/vocabulary';
import type { Address } from '../address';

/** A code for somebody who signs in. */
export interface CodeMessage {
  readonly to: Address;
  readonly code: string;
  readonly lang: 'ID' | 'EN';
}

/** Brings codes to people; the port of sign-in. */
export interface CodeDelivery {
  /** Whether codes can be sent to such addresses at all. */
  reaches(kind: AddressKind): boolean;
  /** Errors: DeliveryError, after 4 s at most. */
  send(message: CodeMessage): Promise<void>;
}

/** Within the five seconds of a request. */
export const DELIVERY_LIMIT_MS = 4_000;

/** Why a code did not leave; says nothing of whom it was for, since it is logged. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  constructor(readonly reason: string) {
    super(`The code was not delivered: ${reason}`);
  }
}
