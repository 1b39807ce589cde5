/** Operators' tokens: 256 random bits with a recognisable prefix, of which the store keeps only the hash. */
import { createHash } from 'node:crypto';

/** `tocsin_` and 43 characters of base64url. The prefix lets scanners of leaked secrets find it. */
export const newToken = (random: (bytes: number) => Uint8Array): string =>
  `tocsin_${Buffer.from(random(32)).toString('base64url')}`;

/** SHA-256 in hex. A plain hash is enough: nobody can try 2^256 tokens. */
export const hashToken = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');
