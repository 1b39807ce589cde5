/** The ground of drawn maps, as JSON: lines between divisions as steps on a grid, and the larger towns. Read by src/pages/map/still/ground.ts. */
import type { Outlines } from './arcs.ts';
import { linesOf } from './thin.ts';
import type { Town } from './towns.ts';

/** Steps of the grid, in degrees. */
const grid = 0.01;
/** Lines are thinned to what a map of a country can show: about two kilometres at the equator. */
const tolerance = 5e-5;
/** Towns that a map of a country names first. */
const townsUpToZoom = 5;

export function stillGround({ arcs }: Outlines, towns: readonly Town[], attribution: string): string {
  const lines = linesOf(
    arcs.filter(({ kind }) => kind === 'division'),
    tolerance,
  ).map((line) => {
    let [beforeX, beforeY] = [0, 0];
    return line.flatMap(([lon, lat]) => {
      const [x, y] = [Math.round(lon / grid), Math.round(lat / grid)];
      const step = [x - beforeX, y - beforeY];
      [beforeX, beforeY] = [x, y];
      return step;
    });
  });
  const named = towns
    .filter(({ zoom }) => zoom <= townsUpToZoom)
    .map(({ at: [lon, lat], names, isCapital }) => [
      ...[Number(lon.toFixed(3)), Number(lat.toFixed(3)), isCapital ? 1 : 0],
      names,
    ]);
  return `${JSON.stringify({ attribution, grid, lines, towns: named })}\n`;
}
