/** How a refusal is logged: the caller's fault at `info`, a missing dependency at `warn`, ours at `error`. */
export type LogLevel = 'info' | 'warn' | 'error';

interface ErrorDefinition {
  /** HTTP status of a top-level refusal. */
  readonly status: number;
  readonly level: LogLevel;
  readonly en: string;
  readonly id: string;
}

/**
 * The error catalogue: one entry a code, stable for clients, listed in docs/ERRORS.md (a test compares both).
 * `{name}` in a message is filled from the parameters; no message carries personal data.
 */
export const errorCatalogue = {
  BAD_REQUEST: {
    status: 400,
    level: 'info',
    en: 'The request cannot be read: {reason}.',
    id: 'Permintaan tidak dapat dibaca: {reason}.',
  },
  BAD_USER_INPUT: {
    status: 400,
    level: 'info',
    en: '{field} is not valid: {reason}.',
    id: '{field} tidak sah: {reason}.',
  },
  BAD_CURSOR: {
    status: 400,
    level: 'info',
    en: 'The cursor does not belong to this list.',
    id: 'Kursor bukan milik daftar ini.',
  },
  UNAUTHENTICATED: {
    status: 401,
    level: 'info',
    en: 'Sign in with a valid token.',
    id: 'Masuk dengan token yang sah.',
  },
  NOT_FOUND: {
    status: 404,
    level: 'info',
    en: 'Nothing was found under this {field}.',
    id: 'Tidak ada yang ditemukan untuk {field} ini.',
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    level: 'info',
    en: 'This method is not allowed here.',
    id: 'Metode ini tidak diizinkan di sini.',
  },
  CONFLICT: {
    status: 409,
    level: 'info',
    en: 'The record has changed meanwhile; its version is {version}.',
    id: 'Data telah berubah; versinya kini {version}.',
  },
  FIELD_REQUIRED: {
    status: 422,
    level: 'info',
    en: '{field} is needed before the vacancy can be published.',
    id: '{field} wajib diisi sebelum lowongan dapat diterbitkan.',
  },
  TEXT_INVALID: {
    status: 422,
    level: 'info',
    en: '{field} is blank, too long (more than {max} characters) or holds characters that are not allowed.',
    id: '{field} kosong, terlalu panjang (lebih dari {max} karakter), atau memuat karakter yang tidak diizinkan.',
  },
  UNKNOWN_REFERENCE: {
    status: 422,
    level: 'info',
    en: '{field} names something that does not exist or is no longer in use.',
    id: '{field} menyebut sesuatu yang tidak ada atau tidak dipakai lagi.',
  },
  DUPLICATE_ENTRY: {
    status: 422,
    level: 'info',
    en: '{field} repeats an earlier entry.',
    id: '{field} mengulang isian sebelumnya.',
  },
  REQUIREMENT_MISMATCH: {
    status: 422,
    level: 'info',
    en: '{field} does not fit a requirement of kind {kind}.',
    id: '{field} tidak sesuai dengan persyaratan jenis {kind}.',
  },
  WAGE_RANGE_INVALID: {
    status: 422,
    level: 'info',
    en: 'The lowest wage is above the highest one, or the unit of pay is missing.',
    id: 'Upah terendah melebihi upah tertinggi, atau satuan upah belum diisi.',
  },
  VALIDITY_PAST: {
    status: 422,
    level: 'info',
    en: 'The closing time has already passed.',
    id: 'Batas waktu lowongan sudah lewat.',
  },
  VALIDITY_TOO_LONG: {
    status: 422,
    level: 'info',
    en: 'A vacancy stays open for at most {days} days.',
    id: 'Lowongan berlaku paling lama {days} hari.',
  },
  STATE_NOT_ALLOWED: {
    status: 422,
    level: 'info',
    en: 'This is not possible for a vacancy in state {state}.',
    id: 'Tindakan ini tidak dapat dilakukan pada lowongan berstatus {state}.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    level: 'info',
    en: 'clientMutationId must have 1 to {max} characters.',
    id: 'clientMutationId harus terdiri atas 1 sampai {max} karakter.',
  },
  IDEMPOTENCY_CONFLICT: {
    status: 409,
    level: 'info',
    en: 'This clientMutationId was already used for another request.',
    id: 'clientMutationId ini sudah dipakai untuk permintaan lain.',
  },
  INTERNAL: {
    status: 500,
    level: 'error',
    en: 'Something went wrong on our side.',
    id: 'Terjadi kesalahan di pihak kami.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    level: 'warn',
    en: 'The service is not available for the moment; try again in {seconds} s.',
    id: 'Layanan sedang tidak tersedia; coba lagi dalam {seconds} detik.',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorCatalogue;
export type Lang = 'ID' | 'EN';
/** A piece of a message that differs by language. */
export interface Localised {
  readonly id: string;
  readonly en: string;
}
export type ErrorParameters = Readonly<Record<string, string | number | Localised>>;

/** Reasons that several places give; each completes "{field} is not valid: …". */
export const reasons = {
  pageSize: { en: 'it must be between 1 and 100', id: 'harus antara 1 dan 100' },
  notAnId: { en: 'it is not an id of this service', id: 'bukan id dari layanan ini' },
  date: {
    en: 'it must be a day that exists, YYYY-MM-DD',
    id: 'harus tanggal yang ada, YYYY-MM-DD',
  },
  dateTime: {
    en: 'it must be an instant such as 2026-01-31T08:00:00Z',
    id: 'harus waktu seperti 2026-01-31T08:00:00Z',
  },
  year: { en: 'the year must be between 1900 and 2199', id: 'tahun harus antara 1900 dan 2199' },
  rupiah: {
    en: 'it must be whole rupiah, such as "3500000"',
    id: 'harus rupiah bulat, misalnya "3500000"',
  },
  idOrSlug: {
    en: 'give exactly one of id and slug',
    id: 'isi salah satu saja: id atau slug',
  },
  tooLong: { en: 'it is too long', id: 'terlalu panjang' },
  neededForDistance: {
    en: 'it is needed for distances',
    id: 'diperlukan untuk jarak',
  },
} as const satisfies Record<string, Localised>;

/** The message of a code in one language, parameters filled in. */
export function errorMessage(code: ErrorCode, parameters: ErrorParameters, lang: Lang): string {
  const definition: ErrorDefinition = errorCatalogue[code];
  const template = lang === 'ID' ? definition.id : definition.en;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name] ?? name;
    if (typeof value !== 'object') return String(value);
    return lang === 'ID' ? value.id : value.en;
  });
}

/** A refusal with a code of the catalogue; thrown by services, shown to the client as it is. */
export class AppError extends Error {
  override name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    readonly parameters: ErrorParameters = {},
    readonly path: readonly string[] = [],
    options?: { cause?: unknown },
  ) {
    super(errorMessage(code, parameters, 'EN'), options);
  }
  get status(): number {
    return errorCatalogue[this.code].status;
  }
  get level(): LogLevel {
    return errorCatalogue[this.code].level;
  }
}

/** Factories by topic, so that a call site reads as a sentence. */
export const errors = {
  input: {
    invalid: (field: string, reason: string | Localised) =>
      new AppError('BAD_USER_INPUT', { field, reason }, field.split('.')),
  },
  cursor: { bad: () => new AppError('BAD_CURSOR') },
  object: { notFound: (field: string) => new AppError('NOT_FOUND', { field }, [field]) },
  mutation: {
    keyInvalid: (max: number) =>
      new AppError('IDEMPOTENCY_KEY_INVALID', { max }, ['clientMutationId']),
    keyReused: () => new AppError('IDEMPOTENCY_CONFLICT', {}, ['clientMutationId']),
  },
  version: { conflict: (version: number) => new AppError('CONFLICT', { version }) },
  auth: { required: () => new AppError('UNAUTHENTICATED') },
  service: {
    unavailable: (seconds: number, cause?: unknown) =>
      new AppError('SERVICE_UNAVAILABLE', { seconds }, [], { cause }),
  },
};
