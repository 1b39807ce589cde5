/** Whether a later word of an office takes the place of an earlier one: by danger, by place, and by what each tells people to do. */
import type { AdvicePart } from '../core/advice.ts';
import { familiesIn, isNamed } from '../core/hazard.ts';
import type { AlertView } from '../core/model.ts';
import { dayIn, firstOf } from '../core/time/day.ts';
import { demandOf, isClear } from '../decide/contrary.ts';
import { isStanding } from '../match/country.ts';
import { isPlainClear } from '../read/advice/clear.ts';
import type { StatedAlert } from '../sources/source.ts';

export type Advised = Pick<AlertView, 'alert' | 'advice'>;

export const partsOf = ({ advice }: Advised): readonly AdvicePart[] => advice?.parts ?? [];

/** The dangers that its words name. */
export const dangersOf = (one: Advised): string[] =>
  partsOf(one).flatMap(({ family }) => (isNamed(family) ? [family] : []));

/**
 * Whether `later` may take the place of `earlier`. The next edition of a page may, whatever it says. A notice may only where it
 * speaks of the same danger and of all that the earlier one told people to do about: what it leaves out may hold as before. One
 * that names no danger means the one that stands there; where two do (`standing`), nobody can say which. An all-clear ends what people
 * were told to do only when it says nothing else.
 */
export function answers(later: Advised, earlier: Advised, standing: readonly Advised[]): boolean {
  const parts = partsOf(earlier);
  if (parts.some(isStanding)) return true;
  const named = dangersOf(later);
  const words = wordsOf(later);
  const meant = named.length > 0 ? named : dangersThere(later, standing);
  return parts.every((part, info) => {
    if (named.length > 0 ? !named.includes(part.family) : !mayMean(meant, part)) return false;
    const asked = demandOf(part);
    const areas = areasOf(earlier, info);
    const where = [part.place, ...areas.map(({ name }) => name)];
    const ended = { where, asked: part.instructions.map(({ value }) => value) };
    const isPlain = later.advice?.isCut !== true && isPlainClear(words, ended, titleOf(later));
    return partsOf(later).some((own, number) => {
      if (!speaksOf(own, part)) return false;
      if (asked === 0) return true;
      // Beside an all-clear it may still ask for less than the earlier one did.
      const ends = isClear(own) && isPlain && namesNoOther(earlier, info, named) && isOfItsDay(later, earlier);
      if (demandOf(own) < asked && !ends) return false;
      const covering = areasOf(later, number);
      return widest(covering) > widest(areas) || areas.every(({ name }) => covering.some((one) => one.name === name));
    });
  });
}

/** A word that bears an older day than what it would end is not about that, and one of a day that has begun nowhere is not for now. */
function isOfItsDay(later: Advised, earlier: Advised): boolean {
  const days = daysOf(later);
  const [day, before] = [days[0], daysOf(earlier)[0]];
  if (day !== undefined && before !== undefined && day < before) return false;
  const sentAt = later.alert.sent.at;
  return sentAt === null || days.every((one) => (firstOf(one) ?? sentAt) <= sentAt);
}

/** Its title's first: a feed stamps by another clock. */
const daysOf = ({ alert, advice }: Advised): string[] =>
  [alert.infos[0]?.headline, advice?.issued?.value].flatMap((words) => dayIn(words ?? '')?.value ?? []);

/** Of two dangers at one place that an earlier word named, the end of one is not the end of both. */
const namesNoOther = ({ alert }: Advised, info: number, ended: readonly string[]): boolean =>
  ended.length === 0 || familiesIn(alert.infos[info]?.event ?? '').every((family) => ended.includes(family));

/** An event may be the beginning of what follows, cut short. */
const wordsOf = ({ alert }: Advised): string => {
  const said = alert.infos.flatMap(({ description, instruction }) => [description, instruction]);
  const words = [...new Set(said)].filter((one) => one !== null).join('\n');
  const events = alert.infos.map(({ event }) => event).filter((one) => !words.includes(one.replace(/…$/, '')));
  return [...new Set([...events, words])].join('\n');
};

/** The name of the office that signs is no word about a place; where there is no title, the event stands for it. */
const titleOf = ({ alert }: Advised): string => {
  const { headline, event, senderName } = alert.infos[0] ?? {};
  if (!headline || headline === event) return '';
  return senderName ? headline.replace(senderName, 'U.S. Embassy') : headline;
};

const unnamed = '';

/** What stands where `later` speaks of; an all-clear stands for no danger unless nothing else does. */
function dangersThere(later: Advised, standing: readonly Advised[]): string[] {
  const there = standing.flatMap(partsOf).filter((part) => partsOf(later).some((own) => speaksOf(own, part)));
  const open = there.filter((part) => !isClear(part));
  const dangers = (open.length > 0 ? open : there).flatMap((part) =>
    isNamed(part.family) ? [part.family] : demandOf(part) === 0 ? [] : [unnamed],
  );
  return [...new Set(dangers)];
}

const mayMean = (meant: readonly string[], { family }: AdvicePart): boolean =>
  meant.length === 0 || (meant.length === 1 && (!isNamed(family) || meant.includes(family)));

/** A place is not given free by a word about another, be it one that lies around it. */
const speaksOf = (own: AdvicePart, { place }: AdvicePart): boolean => own.place === place;

interface Area {
  readonly name: string;
  readonly radiusMeters: number;
}
const areasOf = ({ alert }: Advised, info: number): Area[] =>
  (alert.infos[info]?.areas ?? []).map(({ areaDesc, circles }) => ({
    name: areaDesc,
    radiusMeters: Math.max(0, ...circles.map(({ shape }) => (shape?.kind === 'circle' ? shape.radiusMeters : 0))),
  }));
const widest = (areas: readonly Area[]): number => Math.max(0, ...areas.map(({ radiusMeters }) => radiusMeters));

/** As it is kept. Where the words name no danger, the one it answers is meant. */
export function asAnswer({ alert, advice }: StatedAlert, before: readonly Advised[]): StatedAlert {
  const [danger, other] = new Set(before.flatMap(dangersOf));
  const isOne = advice !== null && danger !== undefined && other === undefined;
  return { alert, advice: isOne ? withDanger(advice, danger) : advice };
}

/** Only of words that name no danger at all: where they name one, what they tie to none stays without. */
export const withDanger = <Given extends { readonly parts: readonly AdvicePart[] }>(
  advice: Given,
  family: string,
): Given =>
  advice.parts.some((part) => isNamed(part.family))
    ? advice
    : { ...advice, parts: advice.parts.map((part) => ({ ...part, family })) };
