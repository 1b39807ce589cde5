/** What a situation is called: “Threat of attack, Kabul airport”, “Flash flood, River valley”, “Standing advice, Afghanistan”. */
import type { Situation } from '../../core/situation.ts';
import { capital } from './en.ts';

/** By family (core/hazard.ts): before it has happened, and after. Where nature is the danger one name serves both. */
const names: Readonly<Record<string, readonly [before: string, after: string]>> = {
  advice: ['Standing advice', 'Standing advice'],
  tsunami: ['Tsunami warning', 'Tsunami'],
  earthquake: ['Earthquake', 'Earthquake'],
  volcano: ['Volcano', 'Volcanic eruption'],
  landslide: ['Landslide warning', 'Landslide'],
  flood: ['Flood warning', 'Flood'],
  storm: ['Storm warning', 'Storm'],
  fire: ['Fire warning', 'Fire'],
  heat: ['Heat', 'Heat'],
  cold: ['Cold', 'Cold'],
  chemical: ['Threat of a chemical or radiological release', 'Chemical or radiological release'],
  health: ['Health warning', 'Outbreak'],
  kidnapping: ['Threat of kidnapping', 'Kidnapping'],
  attack: ['Threat of attack', 'Attack'],
  conflict: ['Threat of fighting', 'Fighting'],
  unrest: ['Threat of unrest', 'Unrest'],
  crime: ['Threat of crime', 'Crime'],
};

/** The event as its issuer names it, else the family; then the place, as far as it has a name. */
export function titleOf({ family, event, happened, place }: Situation): string {
  const known = Object.hasOwn(names, family) ? names[family]?.[happened ? 1 : 0] : undefined;
  const kind = event || known || capital(family) || 'Warning';
  return place.name === '' ? kind : `${kind}, ${place.name}`;
}
