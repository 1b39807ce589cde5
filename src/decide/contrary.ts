/** A notice beside an earlier one of its office that still stands and goes another way: neither ends the other, so a person must look. */
import type { AdvicePart } from '../core/advice.ts';
import { distanceMeters } from '../core/geo/distance.ts';
import { mentionsIn, placeById } from '../core/geo/gazetteer/gazetteer.ts';
import { overlap } from '../core/geo/overlap.ts';
import { circleOf, type Place } from '../core/geo/place.ts';
import type { Shape } from '../core/geo/shape.ts';
import { isNamed } from '../core/hazard.ts';
import type { AlertView } from '../core/model.ts';
import { isStanding } from '../match/country.ts';
import { isLater } from '../picture/alerts.ts';

type Stated = Pick<AlertView, 'alert' | 'advice'>;

/** What a part asks of people at once: 2 leave or shelter, which answer each other; 1 avoid; 0 nothing. */
export function demandOf({ instructions }: AdvicePart): 0 | 1 | 2 {
  const values = instructions.map(({ value }) => value);
  if (values.includes('leave') || values.includes('shelter')) return 2;
  return values.includes('avoid') ? 1 : 0;
}

/** Asks nothing any more. Standing advice is no end of anything, whatever else it says. */
export const isClear = (part: AdvicePart): boolean => part.instructions[0]?.value === 'all-clear' && !isStanding(part);

export interface Contrary {
  readonly standing: AlertView;
  /** The part of it that asks something of people. */
  readonly part: AdvicePart;
}

/** The first of `standing`, all in force, that is an earlier notice of the same office and does not go together with `view`. */
export function contraryTo(view: AlertView, standing: readonly AlertView[]): Contrary | null {
  for (const other of standing) {
    if (!isOfOneOffice(view, other) || !isLater(view, other)) continue;
    const part = other.advice?.parts.find((asked, info) => demandOf(asked) > 0 && isContrary(view, other, info, asked));
    if (part) return { standing: other, part };
  }
  return null;
}

const isOfOneOffice = (one: AlertView, other: AlertView): boolean =>
  one.id !== other.id &&
  one.alert.sender === other.alert.sender &&
  one.advice !== null &&
  one.advice.series === other.advice?.series;

/** Whether `view` took the place of an all-clear and neither gives one nor asks anything: it may take it back. */
export const isAfterClear = ({ advice }: AlertView, before: AlertView | null): boolean =>
  before?.advice !== null &&
  before?.advice.parts.every(isClear) === true &&
  advice?.parts.every((part) => demandOf(part) === 0 && !isClear(part)) === true;

/**
 * It says that it corrects, that the earlier one named a wrong place, or that something is left out of an all-clear; or it asks for less
 * where people were asked for more.
 */
function isContrary(view: AlertView, other: AlertView, info: number, asked: AdvicePart): boolean {
  if (isRemark(view) || takesBackPlace(view, other, info) || takesBackOrder(view, other, info)) return true;
  return (view.advice?.parts ?? []).some(
    (own, number) =>
      !isStanding(own) && asksForLess(own, asked) && mayMeet(whereOf(view, number), whereOf(other, info)),
  );
}

/** “All clear”, “you may travel again” and “monitor the news” are less than “leave”. About another danger only words that ask nothing are. */
function asksForLess(own: AdvicePart, asked: AdvicePart): boolean {
  if (demandOf(own) >= demandOf(asked)) return false;
  const mayMean = !isNamed(own.family) || !isNamed(asked.family) || own.family === asked.family;
  return mayMean || isClear(own) || own.instructions.length === 0;
}

const correction =
  /(?:^|[.!?:–—\n]\s*)\W*(?:correction|corrected|erratum)\b|\bcorrect(?:s|ing)? (?:our|the|its|an) (?:earlier|previous|last|first|prior)\b|\bcorrected (?:version|alert|notice|message|warning)\b/i;

const wordsOf = ({ alert }: Stated): string =>
  alert.infos
    .flatMap(({ headline, event, description, instruction }) => [headline, event, description, instruction])
    .filter((words) => words !== null)
    .join('\n');

const exception =
  /\b(?:all[- ]clear|lifted|over|passed|ended|no longer)\b[^.;:!?\n]{0,200}\b(?:except(?:ing)?|exception|other than|apart from)\b/i;

const isRemark = (view: Stated): boolean => correction.test(wordsOf(view)) || exception.test(wordsOf(view));

/** “The gate is Abbey Gate, not East Gate”: it denies a place that it has nothing else to say of. */
function takesBackPlace(view: Stated, other: Stated, info: number): boolean {
  const own = new Set(view.alert.infos.flatMap(({ areas }) => areas.map(({ areaDesc }) => areaDesc)));
  const words = wordsOf(view).toLowerCase();
  return (other.alert.infos[info]?.areas ?? []).some(({ areaDesc }) => {
    if (areaDesc === '' || own.has(areaDesc)) return false;
    return words
      .split(areaDesc.toLowerCase())
      .slice(0, -1)
      .some((before) => /\b(?:not|rather than|instead of) (?:[\w’'-]+ ){0,3}$/.test(before));
  });
}

const takingBack =
  /\b(?:no longer|need not|(?:do|does) not (?:need|have) to|all[- ]clear|(?:may|can) (?:now |again |safely )*(?:return|travel|go|come|move|resume|enter)|safe (?:again )?to|lifted|cancell?ed|withdrawn|rescinded|revoked|(?:is|are) over|(?:has|have) (?:passed|ended))\b/i;
const facility = /\b(?:airport|airfield|gate|(?:sea)?port|embassy|compound|hotel|terminal)\b/i;

/**
 * “At the airport they no longer need to leave; at the gate they should”: a place of which nothing more is asked makes no part of a notice
 * that asks something elsewhere. What still asks as much of that very place takes nothing back.
 */
function takesBackOrder(view: Stated, other: Stated, info: number): boolean {
  const asked = other.advice?.parts[info];
  const names = areaNamesOf(other, info);
  const isAskedStill = view.advice?.parts.some(
    (own, number) =>
      asked !== undefined &&
      own.place === asked.place &&
      demandOf(own) >= demandOf(asked) &&
      names.every((name) => areaNamesOf(view, number).includes(name)),
  );
  if (isAskedStill) return false;
  const sentences = wordsOf(view)
    .replace(/\bU\.\s?S\./g, 'US')
    .split(/(?<=[.!?;])\s+|\n/);
  return sentences.some((sentence) => takingBack.test(sentence) && mayBeAbout(sentence, view, whereOf(other, info)));
}

/** Where a sentence names no place, whatever the notice speaks of may be meant, and “the airport” any. */
function mayBeAbout(sentence: string, view: Stated, where: Where): boolean {
  const country = placeById(where.place)?.country;
  const named = mentionsIn(sentence)
    .flatMap(({ places }) => places)
    .filter((place) => place.kind !== 'country' || place.country === country);
  if (named.length > 0)
    return named.some((place) => mayMeet({ place: place.id, shapes: [circleOf(place) ?? []].flat() }, where));
  return facility.test(sentence) || view.alert.infos.some((_, number) => mayMeet(whereOf(view, number), where));
}

const areaNamesOf = ({ alert }: Stated, info: number): string[] =>
  (alert.infos[info]?.areas ?? []).map(({ areaDesc }) => areaDesc);

interface Where {
  /** Id of the gazetteer, or the issuer's own name. */
  readonly place: string;
  readonly shapes: readonly Shape[];
}

/** How far around its point a town or province without a shape may be meant. */
const reachMeters = 50_000;

/** Whether the two may speak of one spot. It is only to ask a person, so what is not known counts as near. */
function mayMeet(one: Where, other: Where): boolean {
  if (one.shapes.length > 0 && other.shapes.length > 0)
    return one.shapes.some((a) => other.shapes.some((b) => overlap(a, b)));
  if (one.place === other.place) return true;
  const [a, b] = [placeById(one.place), placeById(other.place)];
  if (!a || !b) return false;
  if (a.kind === 'country' || b.kind === 'country') return a.country === b.country;
  return distanceMeters(a.point, b.point) <= reachOf(a) + reachOf(b);
}

const reachOf = (place: Place): number => circleOf(place)?.radiusMeters ?? reachMeters;

const whereOf = ({ alert, advice }: Stated, info: number): Where => ({
  place: advice?.parts[info]?.place ?? '',
  shapes: (alert.infos[info]?.areas ?? []).flatMap(({ circles, polygons }) =>
    [...circles, ...polygons].flatMap(({ shape }) => shape ?? []),
  ),
});
