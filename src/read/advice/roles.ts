/** What a place is to an order: what people are told to leave or to avoid and where they are, where they are to go, or which way. */
import { placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import { circleOf } from '../../core/geo/place.ts';
import type { InstructionField, PlaceField, Reading } from '../../core/text/reading.ts';
import { isLeftOut } from '../places/part.ts';
import { within } from '../within.ts';

/** Other names of one list before the place that is asked about: “the East Gate or the ”. */
const tail = String.raw`(?:(?:the|either|and|or|\d+|\p{Lu}[\p{L}\d’'-]*),? )*$`;
const away = String.raw`(?<!\b(?:not|never) )\b(?:[Ll]eave|[Dd]epart|[Ee]vacuate|[Rr]elocate|[Ff]lee|[Mm]ove|[Gg]o|[Gg]et|[Pp]roceed|[Hh]ead)`;
/** “Close to the airport”, “the approaches to the airport” lead nowhere: only behind these a “to” does. */
const beforeTo = String.raw`(?:${away}|\p{Lu}[\p{L}’'-]+|\b(?:away|immediately|now|once|quickly|directly|straight|back|over|instead|promptly|foot|safely|airport|city|area|country|homes?|hotels?|here|there))`;
const then = String.raw`(?:\b(?:and|then|or|but)|[,;–—]) (?:(?:then|should|must|to|please|instead|immediately|now|quickly|safely|calmly|also) )*`;
const goals = [
  String.raw`${away}(?: [\p{L}’'-]+){0,7} for `,
  String.raw`${away}\b[^;:.]{0,80}?(?<=${beforeTo}) (?:to|into) `,
  String.raw`${then}(?:proceed|go|head|move|travel|walk|drive|run|relocate|evacuate|return|report|come|transfer|continue|get|make (?:your|their) way)(?: [\p{Ll}-]+){0,3} (?:to|towards?|into|for) `,
  `${then}(?:wait|assemble|gather|meet|regroup|remain|stay) (?:at|in|near|inside) `,
  `${then}(?:use|enter|take|try|choose)(?: (?:only|instead|at|through|by|via|from))* `,
].map((one) => new RegExp(one + tail, 'u'));
/** Whom a gate or a road only leads out: “leave through the North Gate” is for everybody there. */
const exit = new RegExp(String.raw`\b(?:through|via|by way of|using|towards?) ${tail}`, 'u');
/** Longer is no way from a verb to its place. */
const reach = 150;
/** No order names more, be its sentence endless. */
const mostPlaces = 200;

/** Whether words that stand before a place make it the place that people leave for. */
export const leadsTo = (before: string): boolean => goals.some((one) => one.test(before.slice(-reach)));

/** A clause of its own between an order and a place: what it says of the place is not the order. */
const otherClause =
  /\b(?:as(?! soon as possible| well as)|since|while|where|when|until|till|before|after|because|which|who|that|if|although|though|but|so|whereas|unless|instead|rather)\b|[;:–—]|\b(?:and|or)\b(?! (?:the|its|their|all|any|both|of|at|in|near|around|from|areas?|within)\b| \p{Lu}|\s*$)|,(?! (?:the|and|or|in|at|near|around|within|including|especially|particularly|also)\b| \p{Lu}|\s*$)/u;
/** Who is at the place: whoever is told something is told it there. */
const whoIsAt =
  /\b(?:citizens|nationals|people|persons|residents|visitors|travell?ers|passengers|those|anyone|anybody|everyone|everybody|all|families|staff|you|are)(?: [\p{L}’'-]+){0,4}? (?:at|in|near|inside|outside|around|within|close to|by) [^,;:]{0,40}$/iu;

export interface Meant {
  /** What the order is about, by id. */
  readonly ids: readonly string[];
  /** Where it names those. */
  readonly places: readonly PlaceField[];
  /** Where people are to go. */
  readonly goals: readonly PlaceField[];
  /** What part these others play in it is not sure. */
  readonly unsure: readonly PlaceField[];
}

const meaning = (
  places: readonly PlaceField[],
  goals: readonly PlaceField[],
  unsure: readonly PlaceField[],
): Meant => ({
  ...{ ids: [...new Set(places.map(({ value }) => value))], places },
  ...{ goals, unsure },
});

/** Of the places that a sentence names those that its order is about; `next`: where the next order begins. */
export function meantBy({ document: { text }, places }: Reading, order: InstructionField, next: number): Meant {
  const { value, start, end, sentence } = order;
  const all = within(places, sentence).filter((one) => !one.metonym && !isLeftOut(text, one));
  const behind = all.filter((one) => one.start >= start && one.end <= next).slice(0, mostPlaces);
  const from = value === 'leave' ? start : end;
  const goals = behind.filter((one) => leadsTo(text.slice(from, one.start)));
  const ways =
    value === 'leave'
      ? behind.filter((one) => exit.test(text.slice(Math.max(start, one.start - reach), one.start)))
      : [];
  const others = behind.filter((one) => !goals.includes(one) && !ways.includes(one));
  const sure = others.filter((one) => !otherClause.test(text.slice(end, Math.min(one.start, end + 10 * reach))));
  const unsure = others.filter((one) => !sure.includes(one));
  if (sure.length > 0) return meaning(sure, goals, beside(unsure, sure));
  const before = all
    .filter((one) => one.end <= start)
    .slice(-mostPlaces)
    .filter((one) => whoIsAt.test(text.slice(Math.max(sentence.start, one.start - reach), one.start)));
  const sites = before.filter(({ value: id }) => isSite(id));
  if (sites.length > 0 && unsure.length > 0) return meaning(sites, goals, beside(unsure, sites));
  if (unsure.length > 0) return meaning(unsure, goals, []);
  if (behind.length > 0) return meaning(before, goals, []);
  return { ids: order.places, places: all.filter((one) => order.places.includes(one.value)), goals, unsure: [] };
}

const isSite = (id: string): boolean => {
  const place = placeById(id);
  return place !== null && circleOf(place) !== null;
};

/** What is told already, by itself or with what it is a part of, leaves no question. */
const beside = (unsure: readonly PlaceField[], told: readonly PlaceField[]): PlaceField[] =>
  unsure.filter(({ value }) => !told.some((one) => one.value === value || one.value === placeById(value)?.within));
