/** What one request may ask for. `serviceInfo` shows these values; enforcement is in src/http. */
export const limits = {
  /** Items of one connection. */
  maxPageSize: 100,
  defaultPageSize: 20,
  /** Objects that one query may return. */
  maxNodes: 10_000,
  /** Points of one query, by whether somebody is signed in. */
  maxCost: { public: 1_000, signedIn: 5_000 },
  /**
   * Points that a bucket holds and gets back: of an account wherever it is; of an address where nobody signed in, with
   * more where many people share it.
   */
  budget: {
    public: { capacity: 2_000, perSecond: 50 },
    signedIn: { capacity: 10_000, perSecond: 500 },
    crowdFactor: 20,
  },
  /**
   * Points of one operation of our own public pages at most. A page asks two or three, so 50 different pages at once from one
   * address pass, and one a second goes on: carriers and crawlers have one address for many.
   */
  pageOperationPoints: 15,
  /** Fields below one another; introspection is exempt. */
  maxDepth: 10,
  maxAliases: 30,
  maxDirectives: 8,
  maxTokens: 2_000,
  /** Selections once every fragment is written out: spreads alone can double a query per line. */
  maxSelections: 500,
  /** Objects and lists below one another in `variables`. */
  maxVariableDepth: 32,
  maxErrors: 5,
  bodyBytes: 100 * 1024,
  replyBytes: 1024 * 1024,
  deadlineMs: 5_000,
  /** Of one process: at some 30 ms each what waits is done before its deadline. */
  operationsAtOnce: 100,
  /** Rankings and simulations that wait for the engine: at some 5 ms each the last has half of its deadline left. */
  rankingsWaiting: 500,
  /** Competencies that one question adds to a profile: more than anybody learns next. */
  profileAdditions: 20,
  socket: {
    frameBytes: 64 * 1024,
    operations: 20,
    initTimeoutMs: 3_000,
    /** Open in one process: some 100 KB each. */
    process: 5_000,
    /** Of one account; of one address where nobody signed in. */
    owner: 1_000,
    /** What was sent must leave this process within that time. */
    flushMs: 10_000,
    bufferedBytes: 4 * 1024 * 1024,
  },
  stream: {
    /** Longest silence on a subscription. */
    heartbeatMs: 15_000,
    /** Who had caught up is cut off when so many events and so long behind. */
    mostBehind: 5_000,
    longestBehindMs: 10_000,
    /** Points up to which the answer to an event is free: all of a match has 10, a vacancy with its parts some 60. */
    freeEventPoints: 100,
  },
} as const;

/** The limits as `serviceInfo` shows them. */
export const publishedLimits = {
  maxFirst: limits.maxPageSize,
  maxDepth: limits.maxDepth,
  maxAliases: limits.maxAliases,
  maxTokens: limits.maxTokens,
  maxBodyBytes: limits.bodyBytes,
  maxCostPublic: limits.maxCost.public,
  maxCostSignedIn: limits.maxCost.signedIn,
  pointsPublic: limits.budget.public.capacity,
  pointsSignedIn: limits.budget.signedIn.capacity,
  restoreRatePublic: limits.budget.public.perSecond,
  restoreRateSignedIn: limits.budget.signedIn.perSecond,
  deadlineSeconds: limits.deadlineMs / 1_000,
  maxSocketOperations: limits.socket.operations,
  maxSocketsPerAccount: limits.socket.owner,
  heartbeatSeconds: limits.stream.heartbeatMs / 1_000,
} as const;
