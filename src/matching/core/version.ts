/** Names the formula: any change of a score or an order takes a new one. Source: docs/MATCHING.md. */
export const ALGORITHM_VERSION = 'padan-2';
