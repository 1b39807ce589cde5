/** The edges of areas that GeoJSON cuts at the antimeridian (RFC 7946, 3.1.9), without the cut: there is no edge where a map has its own. */
import type { PlaneRing } from '../../../core/geo/drawing/plane.ts';

/** What of GeoJSON has an outline; other geometries have none. */
type Outlined =
  | { readonly type: 'Polygon'; readonly coordinates: readonly PlaneRing[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly PlaneRing[])[] }
  | { readonly type: 'GeometryCollection'; readonly geometries: readonly { readonly type: string }[] };

export function edgesOf(geometry: { readonly type: string }): PlaneRing[] {
  const outlined = geometry as Outlined;
  if (outlined.type === 'Polygon') return outlined.coordinates.flatMap(withoutCut);
  if (outlined.type === 'MultiPolygon') return outlined.coordinates.flat().flatMap(withoutCut);
  return outlined.type === 'GeometryCollection' ? outlined.geometries.flatMap(edgesOf) : [];
}

function withoutCut(ring: PlaneRing): PlaneRing[] {
  const lines: [number, number][][] = [[]];
  for (const [n, [lon, lat]] of ring.entries()) {
    const before = ring[n - 1];
    if (before && Math.abs(lon) === 180 && before[0] === lon) lines.push([]);
    lines.at(-1)?.push([lon, lat]);
  }
  return lines.filter((line) => line.length > 1);
}

/** Outlines of what is drawn, and of what stands by a code: all, or the last member of its collection (`byCode` of situations.geojson). */
export function edgesApart(
  geometry: { readonly type: string },
  byCode: 'none' | 'part' | 'whole',
): { readonly drawn: PlaneRing[]; readonly coded: PlaneRing[] } {
  if (byCode === 'none') return { drawn: edgesOf(geometry), coded: [] };
  if (byCode === 'whole') return { drawn: [], coded: edgesOf(geometry) };
  const { geometries } = geometry as Extract<Outlined, { type: 'GeometryCollection' }>;
  return { drawn: geometries.slice(0, -1).flatMap(edgesOf), coded: geometries.slice(-1).flatMap(edgesOf) };
}
