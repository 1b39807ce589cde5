/** Which bytes of a file a request asks for (RFC 9110, section 14): one range, or all of it. */

export interface Range {
  /** The first byte and the last, counted from 0. */
  readonly start: number;
  readonly end: number;
}

/**
 * `whole` without a Range that is understood: several ranges, other units and what is no range are passed over, as section 14.2 allows.
 * `none` when the range holds no byte of a file of `size` bytes.
 */
export function rangeOf(header: string | undefined, size: number): Range | 'whole' | 'none' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return 'whole';
  if (first === '')
    return Number(last) === 0 || size === 0 ? 'none' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  if (last !== '' && Number(last) < start) return 'whole';
  if (start >= size) return 'none';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
