/** A notice beside an earlier one of its office that still stands and goes another way: neither ends the other, so a person must look. */
import type { AdvicePart } from '../core/advice.ts';
import { distanceMeters } from '../core/geo/distance.ts';
import { placeById } from '../core/geo/gazetteer/gazetteer.ts';
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
  if (isRemark(view) || takesBackPlace(view, other, info)) return true;
  return (view.advice?.parts ?? []).some(
    (own, number) =>
      !isStanding(own) &&
      asksForLess(own, asked) &&
      mayMeet({ part: own, shapes: shapesOf(view, number) }, { part: asked, shapes: shapesOf(other, info) }),
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

interface Where {
  readonly part: AdvicePart;
  readonly shapes: readonly Shape[];
}

/** How far around its point a town or province without a shape may be meant. */
const reachMeters = 50_000;

/** Whether the two may speak of one spot. It is only to ask a person, so what is not known counts as near. */
function mayMeet(one: Where, other: Where): boolean {
  if (one.shapes.length > 0 && other.shapes.length > 0)
    return one.shapes.some((a) => other.shapes.some((b) => overlap(a, b)));
  if (one.part.place === other.part.place) return true;
  const [a, b] = [placeById(one.part.place), placeById(other.part.place)];
  if (!a || !b) return false;
  if (a.kind === 'country' || b.kind === 'country') return a.country === b.country;
  return distanceMeters(a.point, b.point) <= reachOf(a) + reachOf(b);
}

const reachOf = (place: Place): number => circleOf(place)?.radiusMeters ?? reachMeters;

const shapesOf = ({ alert }: Stated, info: number): Shape[] =>
  (alert.infos[info]?.areas ?? []).flatMap(({ circles, polygons }) =>
    [...circles, ...polygons].flatMap(({ shape }) => shape ?? []),
  );
