const transform = {
  '^.+\\.(t|j)s$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: {
          legacyDecorator: true,
          decoratorMetadata: true,
          useDefineForClassFields: false,
        },
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
    },
  ],
};

const shared = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  transform,
  runtime: '<rootDir>/test/support/compiled-once.cjs',
  transformIgnorePatterns: ['/node_modules/(?!(feed|meilisearch|jose|request-filtering-agent)/)'],
};

/** @type {import('jest').Config} */
module.exports = {
  // Servers start and machines are shared; a hang is still found.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['\\.(db|search|e2e|scopes|browser)\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'integration',
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
      testMatch: ['**/*.{db,search,e2e,scopes,browser}.test.ts'],
    },
  ],
};
