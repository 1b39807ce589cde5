/** What readings say beside the warnings: claims, trend, disagreements, unknowns, deadlines, estimates. Newest first everywhere. */
import type { ReadingView, Side, Situation, SituationClaim, SituationUnknown } from '../../core/situation.ts';
import type { Claim, Warning } from '../../core/text/reading.ts';
import type { Instant } from '../../core/time/time.ts';
import { distinct } from '../anchor/alert-spots.ts';
import type { Anchor } from '../anchor/anchors.ts';
import type { Gazetteer } from '../anchor/gazetteer.ts';
import { newsFor, saidAt } from '../anchor/time.ts';
import { isIn, touches } from '../anchor/words.ts';
import { citeOf } from './cite.ts';
import { citeEvent, type Deed } from './events.ts';
import type { Voice } from './voice.ts';
import { isAbout, isLater, type Member, sayerOf } from './withdrawals.ts';

/** What joined an anchor and counts at the moment asked for. */
export interface Heard {
  readonly claims: Anchor['claims'];
  readonly warnings: Anchor['warnings'];
  readonly events: readonly Member[];
  readonly readings: readonly ReadingView[];
}

const newest = (a: ReadingView, b: ReadingView): number =>
  saidAt(b) - saidAt(a) || b.recorded.seq - a.recorded.seq || (a.report < b.report ? -1 : a.report > b.report ? 1 : 0);

type Of<T> = T & { readonly reading: ReadingView };
const newestFirst = <T>(list: readonly Of<T>[], start: (one: T) => number): Of<T>[] =>
  list.toSorted((a, b) => newest(a.reading, b.reading) || start(a) - start(b));

const isNews = (reading: ReadingView, valid: Instant): boolean => valid - saidAt(reading) <= newsFor;

export function claimsOf({ claims }: Heard): SituationClaim[] {
  const ordered = newestFirst(claims, ({ claim }) => claim.content.start);
  const keyed = ordered.map(({ reading, claim }) => {
    const { report, recorded } = reading;
    const said: SituationClaim = {
      speaker: claim.speaker?.value ?? null,
      cite: citeOf(report, claim.content),
      speakerCite: claim.speaker && citeOf(report, claim.speaker),
      via: claim.via && citeOf(report, claim.via),
      modality: claim.modality,
      stance: claim.stance,
      at: saidAt(reading),
      knownAt: recorded.at,
    };
    return [`${report}\n${said.speaker}\n${claim.content.text}`, said] as const;
  });
  return distinct(keyed);
}

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

const trendWarnings = ({ warnings }: Heard, valid: Instant): Anchor['warnings'] =>
  newestFirst(
    warnings.filter(({ reading, warning }) => warning.trend !== null && isNews(reading, valid)),
    ({ warning }) => warning.words.start,
  );

/** Whose word a warning is: its speaker's, else that of the claim it stands in, else the issuer's. */
function speakerOf({ said }: ReadingView, { speaker, issuer, trend, words }: Warning): string | null {
  const span = trend ?? words;
  const claim = said.claims.find((one) => one.speaker !== null && isIn(span, one.content));
  return speaker?.value ?? claim?.speaker?.value ?? issuer?.text ?? null;
}

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
  const said = heard.readings.filter((reading) => isNews(reading, valid)).toSorted(newest);
  const between = said.flatMap((reading) => {
    const { claims, warnings, disagreements } = reading.said;
    const wordOf = (id: string): Claim | Warning | undefined =>
      claims.find((claim) => claim.id === id) ?? warnings.find((warning) => warning.id === id);
    return disagreements.flatMap(({ about, between: [a, b] }) => {
      const words = [wordOf(a), wordOf(b)].filter((word) => word !== undefined);
      if (words.length < 2 || !words.some((word) => joined.has(word))) return [];
      const sides = words.toSorted((x, y) => Number(isAgainst(x)) - Number(isAgainst(y)));
      return [{ about, sides: sides.map((word) => sideOf(about, word, reading, heard, valid)) }];
    });
  });
  const denied = deniedOf(heard, deeds, gazetteer, valid);
  const keyed = [...between, ...denied].map((one) => [keyOf(one), one] as const);
  return distinct(keyed);
}

const isAgainst = (word: Claim | Warning): boolean =>
  'stance' in word && (word.stance === 'plays-down' || word.stance === 'denies' || word.contradicts !== null);

/** On gravity, whoever warns is cited by the newest words that say how grave it is. */
function sideOf(about: string, word: Claim | Warning, reading: ReadingView, heard: Heard, valid: Instant): Side {
  if (!('content' in word)) return { speaker: speakerOf(reading, word), cite: citeOf(reading.report, word.words) };
  const speaker = word.speaker?.value ?? null;
  if (about === 'gravity' && !isAgainst(word)) {
    const own = trendWarnings(heard, valid)
      .map((one) => trendIn(one.reading, one.warning))
      .find((trend) => trend?.speaker === speaker);
    if (own) return { speaker, cite: own.cite };
  }
  return { speaker, cite: citeOf(reading.report, word.quoted ?? word.content) };
}

function deniedOf(heard: Heard, deeds: readonly Deed[], gazetteer: Gazetteer, valid: Instant): Disagreement[] {
  const isDenial = ({ event }: Member): boolean => event.status === 'denied' || event.status === 'withdrawn';
  const denials = heard.events.filter((one) => isDenial(one) && isNews(one.reading, valid));
  return newestFirst(denials, ({ event }) => event.start).flatMap((denial) =>
    deeds
      .flatMap(({ event, members }) => (event.status === 'happened' ? members : []))
      .filter((member) => isAbout(denial, member, gazetteer))
      .filter((member) => denial.event.status === 'denied' || isLater(denial, member))
      .slice(0, 1)
      .map((member) => ({ about: 'fact', sides: [eventSide(member), eventSide(denial)] })),
  );
}

const eventSide = (member: Member): Side => ({ speaker: sayerOf(member), cite: citeEvent(member) });

const keyOf = ({ about, sides }: Disagreement): string =>
  [about, ...sides.map(({ speaker, cite }) => speaker ?? cite.text)].join('\n');

/** What texts say that nobody knows or tells, each matter once. */
export function statedUnknowns({ readings }: Heard, valid: Instant): SituationUnknown[] {
  const keyed = readings
    .filter((reading) => isNews(reading, valid))
    .toSorted(newest)
    .flatMap((reading) =>
      reading.said.unknowns.flatMap(({ about, text, start, end }) => {
        if (text === undefined || start === undefined || end === undefined) return [];
        const zone =
          reading.said.claims.find(({ content }) => touches({ start, end }, content))?.content.zone ?? 'body';
        const cite = citeOf(reading.report, { text, start, end, zone });
        return [[about, { about, issuer: null, cite }] as const];
      }),
    );
  return distinct(keyed);
}

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
    reading.said.estimates.map(({ of, min, max, unit, source, ...span }) => {
      const cite = citeOf(reading.report, { ...span, zone: of.zone });
      const key = [of.value, min, max].join('\n');
      return [key, { of: of.value, min, max, unit, source: source?.value ?? null, cite }] as const;
    }),
  );
  return distinct(keyed);
}
