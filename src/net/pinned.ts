/** A name lookup that knows one answer: the addresses that passed the guard. */
import type { LookupFunction } from 'node:net';
import type { Address } from './guard.ts';

export const pinned =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };
