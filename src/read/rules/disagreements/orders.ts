/** Two who tell people opposite things to do about one place: leave against stay, go there against avoid it, all-clear against any. */
import { placeById } from '../../../core/geo/gazetteer.ts';
import { liesIn } from '../../../core/geo/place.ts';
import type { Instruction } from '../../../core/instruction.ts';
import type { Claim, Disagreement, Warning } from '../../../core/text/reading.ts';
import type { Span } from '../../../core/text/span.ts';
import type { Layers } from '../../claims/claims.ts';
import { overlaps, within } from '../../within.ts';

interface Order {
  readonly start: number;
  /** Of the claim it stands in, else of the warning. */
  readonly id: string;
  /** Empty: the text itself. */
  readonly by: string;
  /** The government or office, null where only a speaker is known. */
  readonly issuer: string | null;
  readonly speaks: boolean;
  readonly value: Instruction | 'go';
  readonly places: readonly string[];
  readonly audience: string | null;
  readonly times: readonly string[];
}

/** Orders and disagreements that are looked at and kept; no text by people holds more. */
const mostOrders = 200;
const mostKept = 50;

/** Words by which a text tells of one order after the other. */
const inTurn =
  /\b(?:first|initially|at first|earlier|previously|before that|later|then|afterwards?|subsequently|since then|after that|has since)\b/i;
const goThere =
  /\b(?:should|must|to|please|can|may) (?:\p{L}+ly )?(?:go|come|head|proceed|travel|report) to (?:the )?$/iu;
const notThere = /\b(?:not|never|nobody|no one)\b|n['’]t\b/i;

/** Each pair of speakers once for each kind of opposition, in the order of the text. */
export function opposedOrders(layers: Layers, claims: readonly Claim[], warnings: readonly Warning[]): Disagreement[] {
  const orders = [...told(layers, claims, warnings), ...gone(layers, claims)]
    .sort((a, b) => a.start - b.start)
    .slice(0, mostOrders);
  const found = new Map<string, Disagreement>();
  orders.forEach((one, at) => {
    for (const other of orders.slice(0, at)) {
      if (found.size >= mostKept || !opposed(other, one)) continue;
      const key = [other.by, one.by].sort().join('\n');
      if (!found.has(key)) found.set(key, { between: [other.id, one.id], about: 'instruction' });
    }
  });
  return [...found.values()];
}

function told(layers: Layers, claims: readonly Claim[], warnings: readonly Warning[]): Order[] {
  const all = warnings.flatMap((warning) => warning.instructions.map((one) => ({ warning, one })));
  return all
    .filter(({ one }) => !inTurn.test(one.sentence.text.slice(0, 500)))
    .slice(0, mostOrders)
    .map(({ warning: { id, issuer, speaker, area, audience }, one }) => {
      const claim = claims.find(({ speaker: by, content }) => by !== null && overlaps(content, one));
      return {
        ...{ id: claim?.id ?? id, start: one.start, value: one.value },
        by: claim?.speaker?.value ?? speaker?.value ?? issuer?.value ?? '',
        ...{ issuer: issuer?.value ?? null, speaks: speaker !== null, audience: audience?.value ?? null },
        places: one.places.length > 0 ? one.places : area ? [area.value] : [],
        times: timesIn(layers, one.sentence),
      };
    });
}

/** “Go to the airport” is no instruction of a danger, and still the opposite of “avoid the airport”. */
function gone(layers: Layers, claims: readonly Claim[]): Order[] {
  const { text } = layers.document;
  return claims.flatMap(({ id, speaker, content, places }): Order[] => {
    const by = speaker?.value;
    if (by === undefined || inTurn.test(content.text)) return [];
    const { start } = content;
    return places
      .filter(({ metonym, start: at }) => !metonym && sent(text.slice(Math.max(start, at - 80), at)))
      .map(({ value: place }) => ({
        ...{ id, start, by, issuer: null, speaks: true, value: 'go', places: [place], audience: null },
        times: timesIn(layers, content),
      }));
  });
}

const sent = (before: string): boolean => goThere.test(before) && !notThere.test(before);

const timesIn = (layers: Layers, span: Span): string[] =>
  within(layers.times, span).map(({ value, text }) => value ?? text.toLowerCase());

function opposed(a: Order, b: Order): boolean {
  return (
    (against(a.value, b.value) || against(b.value, a.value)) &&
    !isSame(a, b) &&
    a.places.some((one) => b.places.some((other) => one === other || isInside(one, other) || isInside(other, one))) &&
    !(a.audience?.startsWith('citizens:') && b.audience?.startsWith('citizens:') && a.audience !== b.audience) &&
    !(a.times.length > 0 && b.times.length > 0 && !a.times.some((time) => b.times.includes(time)))
  );
}

const opposites: Readonly<Partial<Record<Order['value'], readonly Order['value'][]>>> = {
  leave: ['shelter'],
  go: ['avoid', 'leave'],
  'all-clear': ['leave', 'shelter', 'avoid'],
};
const against = (a: Order['value'], b: Order['value']): boolean => opposites[a]?.includes(b) ?? false;

/** A government and whoever speaks for it unnamed are one; two who speak for it by name are two. */
const isSame = (a: Order, b: Order): boolean =>
  a.by === b.by || (a.issuer !== null && a.issuer === b.issuer && !(a.speaks && b.speaks));

function isInside(inner: string, outer: string): boolean {
  const [place, whole] = [placeById(inner), placeById(outer)];
  return place !== null && whole !== null && liesIn(place, whole);
}
