/** What a notice is about, picked out of its alert once for every channel: which info, which place, whose word. */
import { type Advice, type AdvicePart, levelsHere } from '../core/advice.ts';
import type { CapAlert, CapInfo } from '../core/cap/model.ts';
import type { Shape } from '../core/geo/shape.ts';
import type { Notice, Person } from '../core/model.ts';
import type { Envelope } from './channel.ts';
import { oneLine } from './foreign-text.ts';

export interface Matter {
  readonly alert: CapAlert;
  /** The info that speaks to the person; null when the alert has none (a Cancel may). */
  readonly info: CapInfo | null;
  /** What advice in prose says beside it; null for an alert in CAP. */
  readonly part: AdvicePart | null;
  /** The part whose level holds here: the highest of its own and of what the same issuer says in it of the country around. */
  readonly rated: AdvicePart | null;
  /** A higher level for parts of the country that nobody could place: it may hold here. */
  readonly mayRate: AdvicePart | null;
  /** What stands where a level does and could not be read. */
  readonly unread: string | null;
  readonly event: string | null;
  /** The issuer's names for the place, each once; empty when none is given. */
  readonly places: readonly string[];
  /** The areas that cover the person, by what the reasons say. */
  readonly inside: readonly { readonly areaDesc: string; readonly shape: Shape['kind'] }[];
  readonly issuer: string;
}

const eventCharacters = 60;
const issuerCharacters = 80;
const wordCharacters = 80;
export const areaCharacters = 100;

/** The alert the notice speaks for. */
export const matterOf = ({ notice, person, advice }: Envelope, alert: CapAlert): Matter =>
  matter(alert, infoFor(alert, notice, person), notice, advice ?? null);

/** What they had been told before: that very info; where it is not known which, the one in their language, else the first. */
export const matterBefore = ({ person, told }: Envelope, before: CapAlert): Matter =>
  matter(before, before.infos[told?.info ?? -1] ?? inLanguageOf(before, person), null, told?.advice ?? null);

function matter(alert: CapAlert, info: CapInfo | null, notice: Notice | null, advice: Advice | null): Matter {
  const inside = notice ? areasInside(alert, notice) : [];
  const areas = inside.length > 0 ? inside : (info?.areas ?? []);
  const part = (info && advice?.parts[alert.infos.indexOf(info)]) ?? null;
  const { sure, maybe } = levelsIn(advice, alert, info);
  return {
    alert,
    info,
    part,
    rated: sure ?? part,
    mayRate: maybe,
    unread: orNull(oneLine(advice?.unread?.[0]?.text ?? '', wordCharacters)),
    event: orNull(oneLine(info?.event ?? '', eventCharacters)),
    places: namesOf(areas),
    inside,
    issuer: oneLine(info?.senderName?.trim() || alert.sender, issuerCharacters),
  };
}

const levelsIn = (advice: Advice | null, alert: CapAlert, info: CapInfo | null) =>
  advice && info ? levelsHere(advice, alert.infos.indexOf(info)) : { sure: null, maybe: null };

/** The names of areas, each on one line and once. */
export const namesOf = (areas: readonly { readonly areaDesc: string }[]): string[] =>
  [...new Set(areas.map(({ areaDesc }) => oneLine(areaDesc, areaCharacters)))].filter((name) => name !== '');

const orNull = (text: string): string | null => (text === '' ? null : text);

const infoFor = (alert: CapAlert, notice: Notice, person: Person | null): CapInfo | null =>
  notice.info === null ? inLanguageOf(alert, person) : (alert.infos[notice.info] ?? null);

function inLanguageOf(alert: CapAlert, person: Person | null): CapInfo | null {
  const wanted = primary(person?.language ?? null);
  const own = wanted === '' ? undefined : alert.infos.find((info) => primary(info.language) === wanted);
  return own ?? alert.infos[0] ?? null;
}

const primary = (language: string | null): string => language?.trim().toLowerCase().split('-')[0] ?? '';

function areasInside(alert: CapAlert, notice: Notice): Matter['inside'] {
  return notice.why.flatMap((reason) => {
    const isOther = reason.code !== 'inside' || (notice.info !== null && reason.info !== notice.info);
    const area = !isOther ? alert.infos[reason.info]?.areas[reason.area] : undefined;
    return !isOther && area ? [{ areaDesc: area.areaDesc, shape: reason.shape }] : [];
  });
}

/** Whether it speaks of an area that could not be placed: they may be in it, and nobody here knows. */
export const isUnplaced = ({ why, info }: Notice): boolean =>
  why.some((reason) => reason.code === 'area-unresolved' && reason.info === info);

/** Whatever is not Actual, and everything a person of the drill space gets, must never look real. */
export const isDrill = ({ notice, person, alert, before }: Envelope): boolean =>
  notice.desk === 'drill' ||
  person?.space === 'drill' ||
  [alert, before].some((a) => a !== null && a.status !== 'Actual');
