/** A still map of the shapes an issuer drew or named by code, with its content once more as text. People are never on it. */
import type { JSX } from 'preact';
import type { CapAlert, CapArea } from '../../core/cap/model.ts';
import { piecesOf } from '../../core/geo/geocodes/areas.ts';
import type { Resolved } from '../../core/geo/geocodes/geocodes.ts';
import type { DrawnShape, MultiPolygon, Shape } from '../../core/geo/shape.ts';
import type { AlertView } from '../../core/model.ts';
import { calm, clipped } from '../parts/shown-text.ts';
import {
  boxOf,
  degrees,
  extent,
  type Frame,
  frameOf,
  gridLines,
  outline,
  roughLength,
  scaleBar,
} from './projection.ts';

/** One shape as the issuer drew it; infos in several languages mostly repeat theirs. */
export interface Drawn {
  /** From 1, as numbered on the map and in the list beside it. */
  readonly number: number;
  readonly areaDesc: string;
  readonly language: string | null;
  readonly shape: DrawnShape | MultiPolygon;
  /** Path of the element, for its citation. */
  readonly path: string;
  /** The issuer names it by this code and draws nothing. */
  readonly code?: Resolved;
}

/** What an alert draws and, behind that, what its codes stand for: each once. */
export function shapesOnMap({ alert, resolved }: Pick<AlertView, 'alert' | 'resolved'>): Drawn[] {
  const drawn = drawnShapes(alert);
  const seen = new Set<Shape>();
  for (const { info, area, resolved: codes } of resolved) {
    const language = alert.infos[info]?.language ?? null;
    const areaDesc = alert.infos[info]?.areas[area]?.areaDesc ?? '';
    for (const code of codes) {
      const { shape } = code;
      if (seen.has(shape) || shape.kind === 'point' || shape.kind === 'corridor') continue;
      seen.add(shape);
      const path = `info[${info + 1}]/area[${area + 1}]`;
      drawn.push({ number: drawn.length + 1, areaDesc, language, shape, path, code });
    }
  }
  return drawn;
}

/** The different shapes of an alert, each once, in the order of the document. */
export function drawnShapes(alert: CapAlert): Drawn[] {
  const seen = new Set<string>();
  const drawn: Drawn[] = [];
  alert.infos.forEach((info, i) => {
    info.areas.forEach((area, a) => {
      for (const { kind, n, text, shape } of shapesOf(area)) {
        if (shape === null || seen.has(`${kind} ${text}`)) continue;
        seen.add(`${kind} ${text}`);
        const path = `info[${i + 1}]/area[${a + 1}]/${kind}[${n}]`;
        drawn.push({ number: drawn.length + 1, areaDesc: area.areaDesc, language: info.language, shape, path });
      }
    });
  });
  return drawn;
}

const shapesOf = (
  area: CapArea,
): { kind: 'polygon' | 'circle'; n: number; text: string; shape: DrawnShape | null }[] => [
  ...area.polygons.map((one, n) => ({ kind: 'polygon' as const, n: n + 1, ...one })),
  ...area.circles.map((one, n) => ({ kind: 'circle' as const, n: n + 1, ...one })),
];

/** One shape in words: what it is, where it lies, how large it is. */
export function shapeText(shape: Drawn['shape']): string {
  if (shape.kind === 'circle') {
    const { lat, lon } = shape.center;
    const at = `${degrees(lat, 'lat', 3)}, ${degrees(lon, 'lon', 3)}`;
    return shape.radiusMeters === 0 ? `Point at ${at}` : `Circle of ${roughLength(shape.radiusMeters)} around ${at}`;
  }
  const box = boxOf(piecesOf(shape).flatMap(outline));
  const size = extent(box);
  const what =
    shape.kind === 'polygon' ? `Polygon with ${shape.ring.length - 1} corners` : parts(shape.polygons.length);
  return (
    `${what}, ${degrees(box.south, 'lat', 2)} to ${degrees(box.north, 'lat', 2)}, ` +
    `${degrees(box.west, 'lon', 2)} to ${degrees(box.east, 'lon', 2)}; ${roughLength(size.wide)} wide, ${roughLength(size.high)} high`
  );
}

const parts = (count: number): string => (count === 1 ? 'One polygon' : `${count} polygons`);

const [width, height] = [480, 330];

export function AreaMap({
  drawn,
  extreme,
}: {
  readonly drawn: readonly Drawn[];
  readonly extreme: boolean;
}): JSX.Element {
  const rings = drawn.map((one) => piecesOf(one.shape).flatMap(outline));
  const frame = frameOf(boxOf(rings.flat()), width, height);
  const title = drawn
    .slice(0, 6)
    .map((one) => `${one.number}: ${calm(clipped(one.areaDesc, 60))}. ${shapeText(one.shape)}.`)
    .join(' ');
  const more = drawn.length > 6 ? ` And ${drawn.length - 6} more shapes, listed below.` : '';
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="map-title"
      class={extreme ? 'extreme' : undefined}
    >
      <title id="map-title">{`Map of the area, without people. ${title}${more}`}</title>
      <rect class="ground" width={width} height={height} />
      <Graticule frame={frame} />
      {drawn.map((one) => (
        <g class={one.code ? 'coded' : undefined}>
          {piecesOf(one.shape).map((piece) => (
            <Outline frame={frame} ring={outline(piece)} shape={piece} />
          ))}
        </g>
      ))}
      {drawn.length > 1 && drawn.length < 10
        ? drawn.map((one, n) => <Mark frame={frame} ring={rings[n] ?? []} number={one.number} />)
        : null}
      <Legend frame={frame} />
    </svg>
  );
}

/** A path with coordinates to a tenth of a unit; points that fall together are drawn once. */
export function Outline({
  frame,
  ring,
  shape,
}: {
  readonly frame: Frame;
  readonly ring: readonly { lat: number; lon: number }[];
  readonly shape: DrawnShape;
}): JSX.Element {
  if (shape.kind === 'circle' && shape.radiusMeters === 0)
    return (
      <circle
        class="point"
        cx={frame.toX(shape.center.lon).toFixed(1)}
        cy={frame.toY(shape.center.lat).toFixed(1)}
        r="5"
      />
    );
  const holes = shape.kind === 'polygon' ? (shape.holes ?? []) : [];
  const d = [ring, ...holes.map((hole) => outline({ kind: 'polygon', ring: hole }))]
    .map((one) => pathOf(frame, one))
    .join('');
  return (
    <>
      <path d={d} fill="url(#area-hatch)" fill-rule="evenodd" />
      <path class="area" d={d} />
    </>
  );
}

function pathOf(frame: Frame, ring: readonly { lat: number; lon: number }[]): string {
  const points: string[] = [];
  for (const { lat, lon } of ring) {
    const text = `${frame.toX(lon).toFixed(1)} ${frame.toY(lat).toFixed(1)}`;
    if (points.at(-1) !== text) points.push(text);
  }
  return `M${points.join('L')}Z`;
}

function Mark({
  frame,
  ring,
  number,
}: {
  readonly frame: Frame;
  readonly ring: readonly { lat: number; lon: number }[];
  readonly number: number;
}): JSX.Element {
  const box = boxOf(ring);
  const [x, y] = [frame.toX((box.west + box.east) / 2), (frame.toY(box.north) + frame.toY(box.south)) / 2];
  return (
    <text class="mark" x={x.toFixed(1)} y={(y + 5).toFixed(1)} text-anchor="middle">
      {number}
    </text>
  );
}

export function Graticule({ frame }: { readonly frame: Frame }): JSX.Element {
  const lats = gridLines(Math.max(frame.south, -85), Math.min(frame.north, 85), 2);
  const lons = gridLines(frame.west, frame.east, 3);
  return (
    <g class="grid">
      {lats.values.map((lat) => {
        const y = frame.toY(lat);
        return (
          <>
            <path d={`M0 ${y.toFixed(1)}H${frame.width}`} />
            {y > 22 && y < frame.height - 40 ? (
              <text x="6" y={(y - 4).toFixed(1)}>
                {degrees(lat, 'lat', lats.digits)}
              </text>
            ) : null}
          </>
        );
      })}
      {lons.values.map((lon) => {
        const x = frame.toX(lon);
        return (
          <>
            <path d={`M${x.toFixed(1)} 0V${frame.height}`} />
            {x > 60 && x < frame.width - 70 ? (
              <text x={(x + 4).toFixed(1)} y="15">
                {degrees(lon, 'lon', lons.digits)}
              </text>
            ) : null}
          </>
        );
      })}
    </g>
  );
}

export function Legend({ frame }: { readonly frame: Frame }): JSX.Element {
  const bar = scaleBar(frame, 110);
  const [right, base] = [frame.width - 14, frame.height - 14];
  return (
    <g class="legend">
      <path d={`M${(right - bar.units).toFixed(1)} ${base - 6}V${base}H${right}V${base - 6}`} />
      <text x={right} y={base - 11} text-anchor="end">
        {bar.text}
      </text>
      <path class="north" d={`M${right - 8} 40V14m-5 7 5-8 5 8`} />
      <text x={right - 8} y="55" text-anchor="middle">
        N
      </text>
    </g>
  );
}
