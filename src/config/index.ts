export type { Config, Environment, MatchingEngine } from './config';
export { ConfigError, loadConfig } from './load-config';
