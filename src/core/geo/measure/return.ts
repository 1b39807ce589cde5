/** Whether a straight way that sets out in an area comes back into it after it has left it. */
import { covers } from '../covers.ts';
import { type Edge, edgesOfLine, edgesOfRing, pointAt } from '../edges/edge.ts';
import { EdgeTree } from '../edges/tree.ts';
import type { Corridor, Polygon, Shape } from '../shape.ts';

/** Two meetings closer than this part of a step (5 mm of 5 km) are one: a corner belongs to two edges. */
const oneMeeting = 1e-6;

/**
 * `way` begins in `shape`. Its first way out is free; whatever of the shape it touches after that counts, an edge too, as the edge is
 * inside. The shortest way out of a circle does not come back into it.
 */
export function comesBack(way: Corridor, shape: Shape): boolean {
  const steps = edgesOfLine(way.line);
  const meetings = meetingsOf(steps, polygonsOf(shape).flatMap(edgesOf));
  const stops = [0, ...meetings, steps.length];
  for (const [i, from] of stops.entries()) {
    const to = stops[i + 1];
    if (to === undefined || to - from <= oneMeeting) continue;
    const middle = placeAt(steps, (from + to) / 2);
    if (!middle || covers(shape, middle)) continue;
    return meetings.some((at) => at > from + oneMeeting);
  }
  return false;
}

const polygonsOf = (shape: Shape): readonly Polygon[] =>
  shape.kind === 'multipolygon' ? shape.polygons : shape.kind === 'polygon' ? [shape] : [];
const edgesOf = ({ ring, holes = [] }: Polygon): Edge[] => [ring, ...holes].flatMap(edgesOfRing);

/** By step and part of it (2.5 is halfway through the third), in order. */
function meetingsOf(steps: readonly Edge[], edges: readonly Edge[]): number[] {
  const numbers = new Map(steps.map((step, i) => [step, i]));
  const found: number[] = [];
  // None is enough, so that each pair whose boxes meet is seen.
  new EdgeTree(steps).some(new EdgeTree(edges), (step, edge) => {
    const t = meetingOf(step, edge);
    if (t !== null) found.push((numbers.get(step) ?? 0) + t);
    return false;
  });
  return found.sort((one, other) => one - other);
}

/** Where on `step` the edge crosses it, on the plane of latitude and longitude. An edge along it meets it by its neighbours. */
function meetingOf(step: Edge, edge: Edge): number | null {
  const [alongLat, alongLon] = [step.b.lat - step.a.lat, step.b.lon - step.a.lon];
  const [edgeLat, edgeLon] = [edge.b.lat - edge.a.lat, edge.b.lon - edge.a.lon];
  const turning = alongLat * edgeLon - alongLon * edgeLat;
  if (turning === 0) return null;
  const [lat, lon] = [edge.a.lat - step.a.lat, edge.a.lon - step.a.lon];
  const t = (lat * edgeLon - lon * edgeLat) / turning;
  const u = (lat * alongLon - lon * alongLat) / turning;
  const isOn = (part: number): boolean => part >= -1e-12 && part <= 1 + 1e-12;
  return isOn(t) && isOn(u) ? t : null;
}

function placeAt(steps: readonly Edge[], at: number): { lat: number; lon: number } | null {
  const step = steps[Math.min(Math.floor(at), steps.length - 1)];
  if (!step) return null;
  const { lat, lon } = pointAt(step, at - Math.min(Math.floor(at), steps.length - 1));
  return { lat, lon: lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon };
}
