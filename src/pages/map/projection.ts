/** Web Mercator for small static maps: fits shapes into a frame, with a graticule and a scale that tell the truth about it. */
import type { Point } from '../../core/geo/shape.ts';

/** Mean radius of the Earth in metres (IUGG R1); good to 0.6 % for drawing, never used to decide who is inside. */
const earthMeters = 6_371_008.8;
/** Beyond this latitude Web Mercator has no picture. */
const edge = 85.05;
const rad = Math.PI / 180;

export interface Frame {
  readonly width: number;
  readonly height: number;
  toX(lon: number): number;
  toY(lat: number): number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Length on the ground of one unit of the picture, in metres, at the middle of the frame. */
  readonly metersPerUnit: number;
}

const mercator = (lat: number): number =>
  Math.log(Math.tan(Math.PI / 4 + (Math.max(-edge, Math.min(edge, lat)) * rad) / 2));
const latitudeOf = (y: number): number => (2 * Math.atan(Math.exp(y)) - Math.PI / 2) / rad;

export interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

export function boxOf(points: readonly Point[]): Box {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { lat, lon } of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, east, south, north };
}

/** A frame of `width` by `height` units around the box, with room about it; at least two kilometres across. */
export function frameOf(box: Box, width: number, height: number): Frame {
  const [bottom, top] = [mercator(box.south), mercator(box.north)];
  const middle = { x: ((box.west + box.east) / 2) * rad, y: (bottom + top) / 2 };
  const stretch = Math.cos(latitudeOf(middle.y) * rad);
  const least = 2000 / earthMeters / Math.max(stretch, 0.05);
  const spanX = Math.max((box.east - box.west) * rad, least);
  const spanY = Math.max(top - bottom, least);
  const unit = Math.max(spanX / (width * 0.72), spanY / (height * 0.68));
  const left = middle.x - (unit * width) / 2;
  const upper = middle.y + (unit * height) / 2;
  return {
    width,
    height,
    toX: (lon) => (lon * rad - left) / unit,
    toY: (lat) => (upper - mercator(lat)) / unit,
    west: left / rad,
    east: (left + unit * width) / rad,
    south: latitudeOf(upper - unit * height),
    north: latitudeOf(upper),
    metersPerUnit: unit * earthMeters * stretch,
  };
}

/** Round steps in degrees, coarse to fine. */
const steps = [30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** Round values between `from` and `to`: the coarsest step that gives at least `least` of them. */
export function gridLines(from: number, to: number, least: number): { values: number[]; digits: number } {
  const step = steps.find((one) => Math.floor(to / one) - Math.ceil(from / one) + 1 >= least) ?? 0.001;
  const values: number[] = [];
  for (let n = Math.ceil(from / step); n * step <= to && values.length < 12; n++) values.push(n * step);
  return { values, digits: step >= 1 ? 0 : Math.ceil(-Math.log10(step)) };
}

/** `34.5° N`; longitudes are brought back between 180 west and 180 east. */
export function degrees(value: number, axis: 'lat' | 'lon', digits: number): string {
  const turned = axis === 'lon' ? value - 360 * Math.round(value / 360) : value;
  const side = axis === 'lat' ? (turned < 0 ? 'S' : 'N') : turned < 0 ? 'W' : 'E';
  return `${Math.abs(turned).toFixed(digits)}° ${side}`;
}

/** The longest round length (1, 2 or 5 times a power of ten) that fits into `maxUnits` of the picture. */
export function scaleBar(frame: Frame, maxUnits: number): { units: number; text: string } {
  const room = frame.metersPerUnit * maxUnits;
  const power = 10 ** Math.floor(Math.log10(room));
  const meters = power * (room / power >= 5 ? 5 : room / power >= 2 ? 2 : 1);
  return { units: meters / frame.metersPerUnit, text: meters >= 1000 ? `${meters / 1000} km` : `${meters} m` };
}

/** `about 42 km`, to two figures. */
export function roughLength(meters: number): string {
  if (meters < 950) return `about ${Number(meters.toPrecision(2))} m`;
  return `about ${Number((meters / 1000).toPrecision(2)).toLocaleString('en')} km`;
}

/** Width and height of a box on the ground, in metres. */
export const extent = (box: Box): { wide: number; high: number } => ({
  wide: (box.east - box.west) * rad * earthMeters * Math.cos(((box.south + box.north) / 2) * rad),
  high: (box.north - box.south) * rad * earthMeters,
});
