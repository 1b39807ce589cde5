/** The one source of randomness; everything below app/ gets it handed in. */
import { randomBytes as bytes, randomInt } from 'node:crypto';

export const randomBytes = (count: number): Uint8Array => bytes(count);
/** In [0, 1), for jitter. */
export const randomFraction = (): number => randomInt(2 ** 32) / 2 ** 32;
