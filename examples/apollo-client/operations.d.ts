/** The build makes of a stored operation the hash by which the service knows it. */
declare module '*.graphql' {
  export const hash: string;
}
