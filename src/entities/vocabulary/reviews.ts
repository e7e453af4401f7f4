/** How an objection (keberatan) to a ranking stands. */
export const objectionStates = ['FILED', 'IN_REVIEW', 'UPHELD', 'REJECTED', 'WITHDRAWN'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** What follows from an objection that is upheld; never a score that somebody sets. */
export const objectionRemedies = ['DATA_MENDED', 'EMPLOYER_TOLD', 'RULES_REPORTED'] as const;
export type ObjectionRemedy = (typeof objectionRemedies)[number];

/** How a report of a fraud stands. */
export const fraudReportStates = ['NEW', 'CONFIRMED', 'UNFOUNDED'] as const;
export type FraudReportState = (typeof fraudReportStates)[number];
