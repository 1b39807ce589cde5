/** What a situation is called: “Threat of attack, Kabul airport”, “Flash flood, River valley”, “Standing advice, Afghanistan”. */
import type { AdvicePart } from '../../core/advice.ts';
import { placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import { familyIn } from '../../core/hazard.ts';
import type { Cite, Situation } from '../../core/situation.ts';
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

/** An explosion may be an accident, gunfire a celebration: only words that say that somebody meant it make an attack. */
const meant = /\b(?:attack(?:s|ed)?|bombings?|bombers?|bombed|ambush(?:es|ed)?|massacres?|massacred)\b/i;

const bearsOut = (family: string, text: string): boolean =>
  family === 'attack' ? meant.test(text) : familyIn(text) === family;

/** What a situation is called, without its place. */
export interface Kind {
  readonly text: string;
  /** The words of reports that bear out that it happened; empty while it only threatens. */
  readonly happened: readonly Cite[];
  /** It says as well what its issuers warn of. */
  readonly warns: boolean;
}

/** The event as its issuer names it, else the family. What happened bears no stronger name than the reports of it give it. */
export function kindOf({ family, event, events, issuers }: Situation): Kind {
  const [before, after] = (Object.hasOwn(names, family) ? names[family] : undefined) ?? [];
  const warned: Kind = { text: event || before || capital(family) || 'Warning', happened: [], warns: true };
  if (event || after === undefined) return warned;
  const standing = events.filter(({ status }) => status === 'happened');
  const told = standing.flatMap(({ cite, cites }) => [cite, ...cites]).filter(({ text }) => bearsOut(family, text));
  if (told.length > 0) return { text: after, happened: told.slice(0, 3), warns: false };
  const other = standing.find(({ what }) => familyIn(what) === family);
  if (other === undefined) return warned;
  const text = `${other.what} reported`;
  return issuers.length === 0
    ? { text: capital(text), happened: [other.cite], warns: false }
    : { text: `${warned.text}; ${text}`, happened: [other.cite], warns: true };
}

/** What a part of a notice in prose warns of, as its situation is called before anything happens; null where its family has no name of ours. */
export function dangerOf({ family, place: id }: Pick<AdvicePart, 'family' | 'place'>): string | null {
  const [kind] = (Object.hasOwn(names, family) ? names[family] : undefined) ?? [];
  const place = placeById(id);
  return kind === undefined ? null : place ? `${kind}, ${place.name}` : kind;
}

/** Its kind; then the place, as far as it has a name. */
export function titleOf(situation: Situation): string {
  const { text } = kindOf(situation);
  const { name } = situation.place;
  return name === '' ? text : `${text}, ${name}`;
}
