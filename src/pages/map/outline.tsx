/** Shapes as a drawn map shows them: hatched, with an edge; points as dots. */
import type { JSX } from 'preact';
import type { Drawing } from '../../core/geo/drawing/drawings.ts';
import type { PlaneRing } from '../../core/geo/drawing/plane.ts';
import { type Box, boxOf, type Frame } from './projection.ts';

/** Steps shorter than this many units are not drawn, unless little would be left. */
const finest = 0.5;
const fewest = 12;

/** Around all of them; null when nothing is drawn. */
export function boxOfDrawings(drawings: readonly Drawing[]): Box | null {
  const corners = drawings.flatMap(({ polygons, dots }) => [...polygons.flatMap(([outer = []]) => outer), ...dots]);
  return corners.length === 0 ? null : boxOf(corners.map(([lon, lat]) => ({ lat, lon })));
}

export function Outline({ frame, drawing }: { readonly frame: Frame; readonly drawing: Drawing }): JSX.Element {
  const d = drawing.polygons.flatMap((rings) => rings.map((ring) => pathOf(frame, ring))).join('');
  return (
    <>
      {d === '' ? null : (
        <>
          <path d={d} fill="url(#area-hatch)" fill-rule="evenodd" />
          <path class="area" d={d} />
        </>
      )}
      {drawing.dots.map(([lon, lat]) => (
        <circle class="point" cx={frame.toX(lon).toFixed(1)} cy={frame.toY(lat).toFixed(1)} r="5" />
      ))}
    </>
  );
}

function pathOf(frame: Frame, ring: PlaneRing): string {
  const points = ring.map(([lon, lat]) => [frame.toX(lon), frame.toY(lat)] as const);
  const kept: (readonly [number, number])[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= finest) kept.push(point);
  }
  const shown = kept.length < fewest ? points : kept;
  return shown.length === 0 ? '' : `M${shown.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}
