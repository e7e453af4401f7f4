/** An operation of operations/public, read by scripts/build-widget.mjs. */
declare module '*.graphql' {
  export const operation: {
    /** The operation in one line. */
    text: string;
    /** SHA-256 of the file, hexadecimal. */
    hash: string;
  };
}
