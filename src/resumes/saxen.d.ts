/** The part of saxen that is used; the package brings no types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', take: (name: string) => void): this;
    on(event: 'closeTag', take: (name: string) => void): this;
    on(event: 'text', take: (text: string, decodeEntities: (text: string) => string) => void): this;
    on(event: 'error', take: (error: Error) => void): this;
    parse(xml: string): void;
    stop(): void;
  }
}
