/**
 * The few platform classes that exist in Node, in browsers and in workers alike. Pure folders see these and nothing else
 * of a platform; the signatures are the subset we use.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
}
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly href: string;
  readonly origin: string;
  readonly username: string;
  readonly password: string;
  readonly search: string;
  static canParse(url: string, base?: string): boolean;
}
