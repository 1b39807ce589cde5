/** What readings say beside the warnings: claims, trend, disagreements, deadlines, estimates. Newest first everywhere. */
import type { ReadingView, Side, Situation, SituationClaim } from '../../core/situation.ts';
import type { Claim, Warning } from '../../core/text/reading.ts';
import type { Span } from '../../core/text/span.ts';
import type { Instant } from '../../core/time/time.ts';
import { distinct } from '../anchor/alert-spots.ts';
import type { Anchor } from '../anchor/anchors.ts';
import type { Gazetteer } from '../anchor/gazetteer.ts';
import { newsFor, saidAt } from '../anchor/time.ts';
import { isIn } from '../anchor/words.ts';
import { citeOf } from './cite.ts';
import { type Deed, sideOf } from './events.ts';
import { onceEach, originsOf } from './origins.ts';
import type { Voice } from './voice.ts';
import { isAbout, isLater, type Member, sayerOf } from './withdrawals.ts';

/** What joined an anchor and counts at the moment asked for. */
export interface Heard {
  readonly claims: Anchor['claims'];
  readonly warnings: Anchor['warnings'];
  readonly events: readonly Member[];
  readonly readings: readonly ReadingView[];
}

export const newest = (a: ReadingView, b: ReadingView): number =>
  saidAt(b) - saidAt(a) || b.recorded.seq - a.recorded.seq || (a.report < b.report ? -1 : a.report > b.report ? 1 : 0);

export type Of<T> = T & { readonly reading: ReadingView };
export const newestFirst = <T>(list: readonly Of<T>[], start: (one: T) => number): Of<T>[] =>
  list.toSorted((a, b) => newest(a.reading, b.reading) || start(a) - start(b));

export const isNews = (reading: ReadingView, valid: Instant): boolean => valid - saidAt(reading) <= newsFor;

/** Each statement once, from its origin: how often it was copied says nothing. */
export function claimsOf({ claims }: Heard): SituationClaim[] {
  const ordered = newestFirst(onceEach(claims.map(utteredIn)), ({ claim }) => claim.content.start);
  return ordered.map(({ reading, claim }) => {
    const { report, recorded } = reading;
    return {
      speaker: claim.speaker?.value ?? null,
      cite: citeOf(report, claim.content),
      speakerCite: claim.speaker && citeOf(report, claim.speaker),
      via: claim.via && citeOf(report, claim.via),
      modality: claim.modality,
      stance: claim.stance,
      at: saidAt(reading),
      knownAt: recorded.at,
    };
  });
}

const utteredIn = ({ reading, claim }: Anchor['claims'][number]) => ({
  ...{ reading, claim, time: claim.time, words: claim.content.text },
  speaker: claim.speaker?.value ?? null,
});

/** The newest word on whether it rises, of whoever says it, while it is news. */
export function trendOf(heard: Heard, voices: readonly Voice[], valid: Instant): Situation['trend'] {
  const read = trendWarnings(heard, valid).map(({ reading, warning }) => ({
    at: saidAt(reading),
    trend: trendIn(reading, warning),
  }));
  const stated = voices.flatMap(({ view, vouched, at, name }) => {
    const trend = view.advice?.trend;
    if (!trend || !vouched || valid - at > newsFor) return [];
    return [{ at, trend: { value: trend.value, speaker: name, cite: citeOf(view.report, trend) } }];
  });
  return [...read, ...stated].toSorted((a, b) => b.at - a.at)[0]?.trend ?? null;
}

function trendIn(reading: ReadingView, warning: Warning): Situation['trend'] {
  const { trend } = warning;
  return trend && { value: trend.value, speaker: speakerOf(reading, warning), cite: citeOf(reading.report, trend) };
}

/** A copy of the same words does not make them news again. */
function trendWarnings({ warnings }: Heard, valid: Instant): Anchor['warnings'] {
  const uttered = warnings.flatMap(({ reading, warning }) => {
    const { trend, words } = warning;
    if (!trend) return [];
    const speaker = speakerOf(reading, warning);
    const time = claimOf(reading.said, trend)?.time ?? null;
    return [{ ...{ reading, warning, speaker, time }, words: (speaker === null ? words : trend).text }];
  });
  const news = onceEach(uttered).filter(({ reading }) => isNews(reading, valid));
  return newestFirst(news, ({ warning }) => warning.words.start);
}

/** Whose word a warning is: its speaker's, else that of the claim it stands in, else the issuer's. */
function speakerOf({ said }: ReadingView, { speaker, issuer, trend, words }: Warning): string | null {
  return speaker?.value ?? claimOf(said, trend ?? words)?.speaker?.value ?? issuer?.text ?? null;
}

const claimOf = ({ claims }: ReadingView['said'], span: Span): Claim | undefined =>
  claims.find((one) => one.speaker !== null && isIn(span, one.content));

type Disagreement = Situation['disagreements'][number];

/** Between claims, and between what is reported and who denies it. Figures that differ stand among the estimates. */
export function disagreementsOf(
  heard: Heard,
  deeds: readonly Deed[],
  gazetteer: Gazetteer,
  valid: Instant,
): Disagreement[] {
  const joined = new Set<Claim | Warning>([
    ...heard.claims.map(({ claim }) => claim),
    ...heard.warnings.map(({ warning }) => warning),
  ]);
  const origins = new Map([...originsOf(heard.claims.map(utteredIn))].map(([{ claim }, origin]) => [claim, origin]));
  const isStale = (word: Claim | Warning): boolean => {
    const origin = 'content' in word ? origins.get(word) : undefined;
    return origin !== undefined && !isNews(origin.reading, valid);
  };
  const said = heard.readings.filter((reading) => isNews(reading, valid)).toSorted(newest);
  const between = said.flatMap((reading) => {
    const { claims, warnings, disagreements } = reading.said;
    const wordOf = (id: string): Claim | Warning | undefined =>
      claims.find((claim) => claim.id === id) ?? warnings.find((warning) => warning.id === id);
    return disagreements.flatMap(({ about, between: [a, b] }) => {
      const words = [wordOf(a), wordOf(b)].filter((word) => word !== undefined);
      if (words.length < 2 || !words.some((word) => joined.has(word)) || words.every(isStale)) return [];
      const sides = words.toSorted((x, y) => Number(isAgainst(x)) - Number(isAgainst(y)));
      const sideOf = (word: Claim | Warning): Side =>
        'content' in word
          ? claimSide(about, origins.get(word) ?? { reading, claim: word }, heard, valid)
          : { speaker: speakerOf(reading, word), cite: citeOf(reading.report, word.words) };
      return [{ about, sides: sides.map(sideOf) }];
    });
  });
  const denied = deniedOf(heard, deeds, gazetteer, valid);
  const keyed = [...between, ...denied].map((one) => [keyOf(one), one] as const);
  return distinct(keyed);
}

const isAgainst = (word: Claim | Warning): boolean =>
  'stance' in word && (word.stance === 'plays-down' || word.stance === 'denies' || word.contradicts !== null);

/** On gravity, whoever warns is cited by the newest words that say how grave it is. */
function claimSide(about: string, { reading, claim }: Anchor['claims'][number], heard: Heard, valid: Instant): Side {
  const speaker = claim.speaker?.value ?? null;
  if (about === 'gravity' && !isAgainst(claim)) {
    const own = trendWarnings(heard, valid)
      .map((one) => trendIn(one.reading, one.warning))
      .find((trend) => trend?.speaker === speaker);
    if (own) return { speaker, cite: own.cite };
  }
  return { speaker, cite: citeOf(reading.report, claim.quoted ?? claim.content) };
}

function deniedOf(heard: Heard, deeds: readonly Deed[], gazetteer: Gazetteer, valid: Instant): Disagreement[] {
  const isDenial = ({ event }: Member): boolean => event.status === 'denied' || event.status === 'withdrawn';
  const denials = heard.events.filter(isDenial).map((one) => ({
    ...one,
    ...{ speaker: sayerOf(one), words: one.event.text, time: one.event.time },
  }));
  const news = onceEach(denials).filter(({ reading }) => isNews(reading, valid));
  return newestFirst(news, ({ event }) => event.start).flatMap((denial) =>
    deeds
      .flatMap(({ event, members }) => (event.status === 'happened' ? members : []))
      .filter((member) => isAbout(denial, member, gazetteer))
      .filter((member) => denial.event.status === 'denied' || isLater(denial, member))
      .slice(0, 1)
      .map((member) => ({ about: 'fact', sides: [sideOf(member), sideOf(denial)] })),
  );
}

const keyOf = ({ about, sides }: Disagreement): string =>
  [about, ...sides.map(({ speaker, cite }) => speaker ?? cite.text)].join('\n');

export function deadlinesOf({ readings }: Heard): Situation['deadlines'] {
  const found = readings
    .toSorted(newest)
    .flatMap((reading) =>
      reading.said.deadlines
        .toSorted((a, b) => Number(a.zone === 'related') - Number(b.zone === 'related') || a.start - b.start)
        .map((deadline) => ({ deadline, cite: citeOf(reading.report, deadline) })),
    );
  return [...Map.groupBy(found, ({ deadline }) => deadline.value)].map(([value, all]) => ({
    value,
    what: all[0]?.deadline.what.value ?? '',
    holder: all.find(({ deadline }) => deadline.holder)?.deadline.holder?.value ?? null,
    cites: distinct(all.map(({ cite }) => [cite.report, cite] as const)),
  }));
}

export function estimatesOf({ readings }: Heard): Situation['estimates'] {
  const keyed = readings.toSorted(newest).flatMap((reading) =>
    reading.said.estimates.map(({ of, min, max, unit, source, asOf, ...span }) => {
      const cite = citeOf(reading.report, { ...span, zone: of.zone });
      const key = [of.value, min, max].join('\n');
      return [
        key,
        { of: of.value, min, max, unit, source: source?.value ?? null, asOf: asOf?.text ?? null, cite },
      ] as const;
    }),
  );
  return distinct(keyed);
}
