/** What a notice is about, picked out of its alert once for every channel: which info, which place, whose word. */
import type { Advice, AdvicePart } from '../core/advice.ts';
import type { CapAlert, CapInfo } from '../core/cap/model.ts';
import type { Notice, Person } from '../core/model.ts';
import type { Envelope } from './channel.ts';
import { oneLine } from './foreign-text.ts';

export interface Matter {
  readonly alert: CapAlert;
  /** The info that speaks to the person; null when the alert has none (a Cancel may). */
  readonly info: CapInfo | null;
  /** What advice in prose says beside it; null for an alert in CAP. */
  readonly part: AdvicePart | null;
  /** The part whose level holds here: its own, else what the same issuer says in it of the country around. */
  readonly rated: AdvicePart | null;
  readonly event: string | null;
  /** The issuer's names for the place, each once; empty when none is given. */
  readonly places: readonly string[];
  /** The areas that cover the person, by what the reasons say. */
  readonly inside: readonly { readonly areaDesc: string; readonly shape: 'polygon' | 'circle' }[];
  readonly issuer: string;
}

const eventCharacters = 60;
const issuerCharacters = 80;
export const areaCharacters = 100;

/** The alert the notice speaks for. */
export const matterOf = ({ notice, person, advice }: Envelope, alert: CapAlert): Matter =>
  matter(alert, infoFor(alert, notice, person), notice, advice ?? null);

/** What they had been told before: its info in their language, else the first. */
export const matterBefore = ({ person }: Envelope, before: CapAlert): Matter =>
  matter(before, inLanguageOf(before, person), null, null);

function matter(alert: CapAlert, info: CapInfo | null, notice: Notice | null, advice: Advice | null): Matter {
  const inside = notice ? areasInside(alert, notice) : [];
  const areas = inside.length > 0 ? inside : (info?.areas ?? []);
  const part = (info && advice?.parts[alert.infos.indexOf(info)]) ?? null;
  const around = part && advice?.parts.find(({ level, scope }) => level !== null && scope === 'whole');
  return {
    alert,
    info,
    part,
    rated: part?.level ? part : (around ?? part),
    event: orNull(oneLine(info?.event ?? '', eventCharacters)),
    places: namesOf(areas),
    inside,
    issuer: oneLine(info?.senderName?.trim() || alert.sender, issuerCharacters),
  };
}

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
    const area = reason.code === 'inside' ? alert.infos[reason.info]?.areas[reason.area] : undefined;
    return reason.code === 'inside' && area ? [{ areaDesc: area.areaDesc, shape: reason.shape }] : [];
  });
}

/** Whatever is not Actual, and everything a person of the drill space gets, must never look real. */
export const isDrill = ({ notice, person, alert, before }: Envelope): boolean =>
  notice.desk === 'drill' ||
  person?.space === 'drill' ||
  [alert, before].some((a) => a !== null && a.status !== 'Actual');
