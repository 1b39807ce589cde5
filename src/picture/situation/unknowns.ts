/** How many are dead or hurt, as each source counts them; and what texts say that nobody knows. */
import type { ReadingView, SituationCount, SituationUnknown } from '../../core/situation.ts';
import type { Claim } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import type { Instant } from '../../core/time/time.ts';
import { number, numberIn } from '../../read/words/numbers.ts';
import { distinct } from '../anchor/alert-spots.ts';
import { saidAt } from '../anchor/time.ts';
import { isIn, touches } from '../anchor/words.ts';
import { citeOf } from './cite.ts';
import type { Deed } from './events.ts';
import { type Heard, isNews, newest, newestFirst } from './opinions.ts';
import { onceEach } from './origins.ts';
import type { Member } from './withdrawals.ts';

/** A count with the report it stands in. */
export interface Counted {
  readonly reading: ReadingView;
  readonly count: SituationCount;
}

/** Of deeds that are not taken back: each source's newest words first, the same words of one speaker once. */
export function countedIn(deeds: readonly Deed[]): Counted[] {
  const standing = deeds.flatMap(({ event, members }) => (event.status === 'happened' ? members : []));
  const uttered = standing.flatMap((member) => {
    const claim = countingIn(member);
    if (claim === undefined) return [];
    const { content, speaker, time } = claim;
    return [{ ...member, content, time, words: content.text, speaker: speaker?.value ?? null }];
  });
  return newestFirst(onceEach(uttered), ({ content }) => content.start).map(({ reading, event, content, speaker }) => {
    const { killed, injured } = event;
    return { reading, count: { killed, injured, speaker, cite: citeOf(reading.report, content), at: saidAt(reading) } };
  });
}

/** The narrowest statement that holds the event and states its figures. */
function countingIn({ reading, event }: Member): Claim | undefined {
  const { killed, injured } = event;
  if (killed === null && injured === null) return undefined;
  return reading.said.claims
    .filter(({ content }) => isIn(event, content) && states(content.text, killed) && states(content.text, injured))
    .toSorted((a, b) => lengthOf(a.content) - lengthOf(b.content))[0];
}

const lengthOf = ({ start, end }: Span): number => end - start;
const numbers = new RegExp(String.raw`(?<![\d,.\p{L}])${number}(?![\d\p{L}])`, 'giu');
const states = (text: string, figure: number | null): boolean =>
  figure === null || [...text.matchAll(numbers)].some(([found]) => numberIn(found) === figure);

/** Each matter once. That the dead are not counted holds until a later source counts them. */
export function statedUnknowns({ readings }: Heard, counted: readonly Counted[], valid: Instant): SituationUnknown[] {
  const stated = readings.flatMap((reading) =>
    reading.said.unknowns.flatMap(({ about, text, start, end }) => {
      if (text === undefined || start === undefined || end === undefined) return [];
      const claim = reading.said.claims.find(({ content }) => touches({ start, end }, content));
      const cite = citeOf(reading.report, { text, start, end, zone: claim?.content.zone ?? 'body' });
      const speaker = claim?.speaker?.value ?? null;
      return [{ reading, about, cite, time: null, speaker, words: `${about} ${text}` }];
    }),
  );
  const isCounted = ({ about, reading }: (typeof stated)[number]): boolean =>
    about === 'casualties' && counted.some((one) => newest(one.reading, reading) < 0);
  const news = onceEach(stated).filter((one) => isNews(one.reading, valid) && !isCounted(one));
  return distinct(
    newestFirst(news, ({ cite }) => cite.start).map(
      ({ about, cite, speaker, reading }) =>
        [about, { about, issuer: null, cite, speaker, at: saidAt(reading) }] as const,
    ),
  );
}
