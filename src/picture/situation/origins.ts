/** Who said it first: what one report repeats of another is no new word, and is cited from where it came. */
import { mayTell } from '../../core/model.ts';
import type { ReadingView } from '../../core/situation.ts';
import type { TimeField } from '../../core/text/reading.ts';
import { saidAt, stretchOf } from '../anchor/time.ts';

/** Words in a report: `speaker` is null where nobody is named, `time` is what the report states beside them. */
export interface Uttered {
  readonly reading: ReadingView;
  readonly speaker: string | null;
  readonly words: string;
  readonly time: TimeField | null;
}

/**
 * To each word its origin: of the same words of one speaker the first report, whichever copied it later. An official source says them
 * itself, and a report that dates them after the first tells that they were said again: from then on that one is the origin.
 */
export function originsOf<T extends Uttered>(all: readonly T[]): ReadonlyMap<T, T> {
  const inOrder = all.toSorted(
    (a, b) =>
      saidAt(a.reading) - saidAt(b.reading) ||
      a.reading.recorded.seq - b.reading.recorded.seq ||
      (a.reading.report < b.reading.report ? -1 : a.reading.report > b.reading.report ? 1 : 0),
  );
  const alike = Map.groupBy(inOrder, ({ speaker, words }) => `${speaker ?? ''}\n${bare(words)}`);
  const origins = [...alike.values()].flatMap((same) => {
    const origin = same.reduce((first, one) => (isAnew(one, first) ? one : first));
    return same.map((one) => [one, origin] as const);
  });
  return new Map(origins);
}

/** Each word once, from its origin. */
export const onceEach = <T extends Uttered>(all: readonly T[]): T[] => [...new Set(originsOf(all).values())];

const isAnew = ({ reading, time }: Uttered, origin: Uttered): boolean => {
  if (reading === origin.reading) return false;
  const stated = time?.value ? stretchOf(time.value) : null;
  const isLater = stated !== null && stated.from > saidAt(origin.reading) && stated.from <= saidAt(reading);
  return mayTell(reading.trust) || isLater;
};

const bare = (words: string): string =>
  words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
