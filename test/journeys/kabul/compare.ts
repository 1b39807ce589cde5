/** Compares what the desk answers with what was written by hand: it may say more, never less and never otherwise. */

export interface Cite {
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

export const isCite = (value: unknown): value is Cite =>
  isObject(value) && typeof value['report'] === 'string' && typeof value['text'] === 'string' && 'zone' in value;

/**
 * Every member of `wanted` that `got` has not, each as `situations[0].level.value: 4 is wanted, 3 is there`. A cite is wanted as `{file,
 * text}`; `fileOf` names the file of a report's id. Lists are whole and in order.
 */
export function differences(
  wanted: unknown,
  got: unknown,
  fileOf: (report: string) => string | undefined,
  at = '',
): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got)) return [`${at}: a list is wanted, ${show(got)} is there`];
    const less = wanted.length === got.length ? [] : [`${at}: ${wanted.length} are wanted, ${got.length} are there`];
    return [...less, ...wanted.flatMap((one, i) => differences(one, got[i], fileOf, `${at}[${i}]`))];
  }
  if (!isObject(wanted))
    return Object.is(wanted, got) ? [] : [`${at}: ${show(wanted)} is wanted, ${show(got)} is there`];
  const there = isCite(got) ? { ...got, file: fileOf(got.report) } : got;
  if (!isObject(there)) return [`${at}: ${show(wanted)} is wanted, ${show(got)} is there`];
  return Object.entries(wanted).flatMap(([name, value]) =>
    differences(value, there[name], fileOf, at === '' ? name : `${at}.${name}`),
  );
}

/** Every cite in an answer, however deep. */
export function citesIn(value: unknown): Cite[] {
  if (Array.isArray(value)) return value.flatMap(citesIn);
  if (isCite(value)) return [value];
  return isObject(value) ? Object.values(value).flatMap(citesIn) : [];
}
