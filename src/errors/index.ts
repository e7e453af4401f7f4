export {
  AppError,
  type ErrorParameters,
  errorMessage,
  type Lang,
  RelayedError,
} from './app-error';
export { type ErrorCode, errorCatalogue, type ProblemCode, problemCodes } from './catalogue';
export type { LogLevel } from './definition';
export { type Localised, reasons } from './reasons';
export { errors } from './refusals';
