/**
 * Advice on the whole of a country: whom it covers, and when it is more than standing advice. Who is in the country is shown it; they
 * are told only when it became urgent by a change of its issuer's level or instruction.
 */
import type { AdvicePart } from '../core/advice.ts';
import type { CapInfo } from '../core/cap/model.ts';
import { adviceFamily } from '../core/hazard.ts';
import type { AlertView, Person } from '../core/model.ts';

/** How the area of an info names a country by its code of two letters. */
const geocode = 'ISO 3166-1';

export interface Whole {
  readonly info: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** It became urgent with this revision, or is a notice about one danger that tells everybody there to leave or shelter. */
  readonly urgent: boolean;
}

/** The infos of an alert that speak of a whole country. `before` is the revision that this one took the place of. */
export function wholesOf({ alert, advice }: AlertView, before: AlertView | null): Whole[] {
  return (advice?.parts ?? []).flatMap((part, info) => {
    const country = countryOf(part, alert.infos[info]);
    return country === null ? [] : [{ info, country, urgent: isUrgentHere(part, before) }];
  });
}

/** The country whose whole `part` is about; null when it is about less, or names none that we know. */
function countryOf(part: AdvicePart, info: CapInfo | undefined): string | null {
  if (part.scope !== 'whole') return null;
  const code = info?.areas.flatMap(({ geocodes }) => geocodes).find(({ valueName }) => valueName === geocode);
  return code ? codeOf(code.value) : null;
}

/** The country somebody is in; null when the watch list states none by its code. */
export const countryOfStay = ({ stay }: Person): string | null => (stay.country === null ? null : codeOf(stay.country));

/** Whether the watch list itself says that they are in this country (`EC`) or division (`EC-G`, there as `EC-G` or `G`). */
export function isRecordedIn(person: Person, entry: string): boolean {
  const country = countryOfStay(person);
  if (!entry.includes('-')) return country === entry;
  const written = person.stay.admin1?.trim().toUpperCase() ?? '';
  return written === entry || (country !== null && `${country}-${written}` === entry);
}

const codeOf = (text: string): string | null => {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : null;
};

/** Whether an area without a shape is one that needs none. */
export const isWhole = ({ alert, advice }: Pick<AlertView, 'alert' | 'advice'>, info: number): boolean => {
  const part = advice?.parts[info];
  return part !== undefined && countryOf(part, alert.infos[info]) !== null;
};

/** Advice on a country as a whole, whatever its reasons; not a notice about one danger there. */
export const isStanding = ({ family, scope }: AdvicePart): boolean => scope === 'whole' && family === adviceFamily;

/** A first reading is a baseline: what stands there is no rise. Something said of part of the country was not said of the whole. */
function isUrgentHere(part: AdvicePart, before: AlertView | null): boolean {
  if (!isStanding(part)) return asksToGo(part);
  if (!before) return false;
  const was = before.advice?.parts.find(({ place, scope }) => place === part.place && scope === 'whole');
  const rose = part.level?.value === 4 && was?.level?.value !== 4;
  return rose || (asksToGo(part) && !(was && asksToGo(was)));
}

const asksToGo = ({ instructions }: AdvicePart): boolean =>
  instructions.some(({ value }) => value === 'leave' || value === 'shelter');
