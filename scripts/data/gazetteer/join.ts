/** Joins what two sources say of one place: our entry stays as it is and takes the other's names and codes. */

import { distanceMeters } from '../../../src/core/geo/distance.ts';
import type { Entry, EntryName } from '../../../src/core/geo/gazetteer/whole/file/entry.ts';
import { foldedWords } from '../../../src/core/geo/gazetteer/whole/file/spelling.ts';

export const keyOf = (name: string): string => foldedWords(name).join(' ');

/** All names of both, ours first, none twice. */
export function joined(ours: Entry, other: Entry): Entry {
  const seen = new Set<string>();
  const names: EntryName[] = [];
  for (const name of [...ours.names, ...other.names]) {
    const key = `${name.language ?? ''}/${/\p{Script=Arabic}/u.test(name.text) ? name.text : keyOf(name.text)}`;
    if (!seen.has(key)) names.push(name);
    seen.add(key);
  }
  const aliases = [...(ours.aliases ?? []), ...(other.aliases ?? []), other.place.id].filter(
    (id) => id !== ours.place.id,
  );
  return {
    place: {
      ...ours.place,
      ...(ours.place.kind !== 'region' && { admin1: ours.place.admin1 ?? other.place.admin1 }),
      within: ours.place.within ?? other.place.within,
    },
    names,
    aliases: [...new Set(aliases)],
    weight: Math.max(ours.weight, other.weight),
    source: ours.source === other.source ? ours.source : `${ours.source}; ${other.source}`,
  };
}

/** Entries by country and name. */
export class ByName<E extends Entry> {
  readonly #entries = new Map<string, E[]>();

  constructor(entries: readonly E[]) {
    for (const entry of entries)
      for (const key of new Set(entry.names.map(({ text }) => keyOf(text)))) {
        const whole = `${entry.place.country}/${key}`;
        const list = this.#entries.get(whole);
        if (list) list.push(entry);
        else this.#entries.set(whole, [entry]);
      }
  }

  /**
   * Of those in the country that share a name and lie within so many metres: the one of the same own name, else the one of most people, else
   * the nearest.
   */
  like({ place, names }: Entry, metersAway: number, taken: ReadonlySet<Entry> = new Set()): E | null {
    const all = new Set(names.flatMap(({ text }) => this.#entries.get(`${place.country}/${keyOf(text)}`) ?? []));
    const near = [...all]
      .filter((entry) => !taken.has(entry))
      .map((entry) => ({
        entry,
        away: distanceMeters(place.point, entry.place.point),
        people: entry.place.population + (keyOf(entry.place.name) === keyOf(place.name) ? 1e9 : 0),
      }))
      .filter(({ away }) => away <= metersAway);
    near.sort((a, b) => b.people - a.people || a.away - b.away);
    return near[0]?.entry ?? null;
  }
}
