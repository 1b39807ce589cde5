/** The ground of a map: land, borders, names of countries. */
import type { JSX } from 'preact';
import { type Borders, boxOfRing, type Corner, type Country, clippedRing, meets } from './borders.ts';
import type { LabelLanguage } from './labels.ts';
import type { Box, Frame } from './projection.ts';

/** How far outlines run on beyond the frame, so that no cut edge shows. */
const beyond = 20;
/** Steps shorter than this many units are not drawn. */
const finest = 0.6;

/** A frame may lie across the date line, or an outline may: then it shows a turn further on. */
const turns = [0, -360, 360] as const;

export interface DrawnCountry {
  readonly country: Country;
  /** Path data in the frame. */
  readonly path: string;
  /** Where its name may stand, or null when too little of it shows. */
  readonly label: Corner | null;
}

/** The countries that show in a frame. */
export function countriesIn(borders: Borders, frame: Frame): DrawnCountry[] {
  const view: Box = { west: frame.west, east: frame.east, south: frame.south, north: frame.north };
  return borders.countries.flatMap((country) => {
    const rings = country.rings
      .flatMap((ring) => turns.map((turn) => ring.map(([lon, lat]): Corner => [lon + turn, lat])))
      .filter((ring) => meets(boxOfRing(ring), view))
      .map((ring) => ring.map(([lon, lat]): Corner => [frame.toX(lon), frame.toY(lat)]))
      .map((ring) => clippedRing(ring, -beyond, -beyond, frame.width + beyond, frame.height + beyond))
      .map(coarse)
      .filter((ring) => ring.length > 2);
    if (rings.length === 0) return [];
    const path = rings.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('');
    return [{ country, path, label: labelOf(rings, frame) }];
  });
}

function coarse(ring: readonly Corner[]): Corner[] {
  const kept: Corner[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= finest) kept.push(point);
  }
  return kept;
}

/** The middle of the widest stretch of the largest part, where there is room for a word. */
function labelOf(rings: readonly (readonly Corner[])[], frame: Frame): Corner | null {
  const inFrame = rings
    .map((ring) => clippedRing(ring, 0, 0, frame.width, frame.height))
    .map((ring) => ({ ring, box: boxOfRing(ring) }))
    .sort(
      (a, b) =>
        (b.box.east - b.box.west) * (b.box.north - b.box.south) -
        (a.box.east - a.box.west) * (a.box.north - a.box.south),
    );
  const largest = inFrame[0];
  if (!largest || largest.ring.length < 3) return null;
  let best: { width: number; at: Corner } | null = null;
  for (let step = 1; step < 16; step++) {
    const y = largest.box.south + ((largest.box.north - largest.box.south) * step) / 16;
    if (y < 20 || y > frame.height - 20) continue;
    const crossings = largest.ring
      .flatMap(([x, at], n): number[] => {
        const [px, py] = largest.ring.at(n - 1) ?? [x, at];
        return at > y !== py > y ? [px + ((x - px) * (y - py)) / (at - py)] : [];
      })
      .sort((a, b) => a - b);
    for (let n = 0; n + 1 < crossings.length; n += 2) {
      const [from, to] = [crossings[n] ?? 0, crossings[n + 1] ?? 0];
      if (to - from > (best?.width ?? 0)) best = { width: to - from, at: [(from + to) / 2, y] };
    }
  }
  return best !== null && best.width > 80 ? best.at : null;
}

export function Land({ countries }: { readonly countries: readonly DrawnCountry[] }): JSX.Element {
  return (
    <g class="land">
      {countries.map(({ path }) => (
        <path d={path} fill-rule="evenodd" />
      ))}
    </g>
  );
}

/** Rough width of a word in the drawing, to know whether it fits. */
export const wordWidth = (text: string, size: number): number => text.length * size * 0.56;

/** What has a place on the map already, so that words do not fall on each other. */
export class Taken {
  readonly #boxes: { x: number; y: number; wide: number; high: number }[] = [];

  /** Takes the box around (x, y) unless something stands there; true when it was free. */
  take(x: number, y: number, wide: number, high: number): boolean {
    const free = this.#boxes.every(
      (box) => Math.abs(box.x - x) * 2 >= box.wide + wide || Math.abs(box.y - y) * 2 >= box.high + high,
    );
    if (free) this.#boxes.push({ x, y, wide, high });
    return free;
  }
}

export function CountryNames({
  countries,
  taken,
  language,
}: {
  readonly countries: readonly DrawnCountry[];
  readonly taken: Taken;
  readonly language: LabelLanguage;
}): JSX.Element {
  const { tag } = language;
  const names = tag === 'en' ? null : new Intl.DisplayNames([tag], { type: 'region', fallback: 'none' });
  return (
    <g class="lands">
      {countries.map(({ country, label }) => {
        if (label === null) return null;
        const name = (country.code === '' ? undefined : names?.of(country.code)) ?? country.name;
        const wide = wordWidth(name, 13);
        const [x, y] = label;
        return taken.take(x, y - 4, wide, 18) ? (
          <text x={x.toFixed(1)} y={y.toFixed(1)} text-anchor="middle">
            {name}
          </text>
        ) : null;
      })}
    </g>
  );
}
