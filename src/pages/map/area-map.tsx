/** A still map of the shapes an issuer drew or named by code, with its content once more as text. People are never on it. */
import type { JSX } from 'preact';
import type { CapAlert, CapArea } from '../../core/cap/model.ts';
import { drawingsOf } from '../../core/geo/drawing/drawings.ts';
import type { Resolved } from '../../core/geo/geocodes/geocodes.ts';
import type { Corridor, DrawnShape, MultiPolygon, Point, Polygon, Shape } from '../../core/geo/shape.ts';
import type { AlertView } from '../../core/model.ts';
import { calm, clipped } from '../parts/shown-text.ts';
import { capital } from '../strings/en.ts';
import { backdropOf, Ground, keepLegend, Legend, Names } from './backdrop.tsx';
import type { Borders } from './borders.ts';
import { type LabelLanguage, labelLanguage } from './labels.ts';
import { Taken } from './land.tsx';
import { boxOfDrawings, Outline } from './outline.tsx';
import { type Box, degrees, extent, type Frame, frameOf, roughLength } from './projection.ts';

/** One shape as the issuer drew it; infos in several languages mostly repeat theirs. */
export interface Drawn {
  /** From 1, as numbered on the map and in the list beside it. */
  readonly number: number;
  readonly areaDesc: string;
  readonly language: string | null;
  readonly shape: Shape;
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
      if (seen.has(shape)) continue;
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
export function shapeText(shape: Shape): string {
  if (shape.kind === 'point') return `Point at ${position(shape.point)}`;
  if (shape.kind === 'circle') {
    const at = position(shape.center);
    return shape.radiusMeters === 0 ? `Point at ${at}` : `Circle of ${roughLength(shape.radiusMeters)} around ${at}`;
  }
  return `${whatOf(shape)}${extentText([shape])}`;
}

/** All of them as one area: of many parts the first may be a sliver. */
export function shapesText(shapes: readonly Shape[]): string {
  const [first] = shapes;
  if (first === undefined || shapes.length === 1) return first ? shapeText(first) : '';
  return `${shapes.length} shapes, together${extentText(shapes).slice(1)}`;
}

function extentText(shapes: readonly Shape[]): string {
  const box = boxOfDrawings(drawingsOf(shapes));
  if (box === null) return ', without any point';
  const size = extent(box);
  return (
    `, ${degrees(box.south, 'lat', 2)} to ${degrees(box.north, 'lat', 2)}, ` +
    `${degrees(box.west, 'lon', 2)} to ${degrees(box.east, 'lon', 2)}; ${roughLength(size.wide)} wide, ${roughLength(size.high)} high`
  );
}

const position = ({ lat, lon }: Point): string => `${degrees(lat, 'lat', 3)}, ${degrees(lon, 'lon', 3)}`;

function whatOf(shape: Polygon | MultiPolygon | Corridor): string {
  if (shape.kind === 'corridor') return `${capital(roughLength(shape.radiusMeters))} on each side of a line`;
  if (shape.kind === 'multipolygon')
    return shape.polygons.length === 1 ? 'One polygon' : `${shape.polygons.length} polygons`;
  const holes = shape.holes?.length ?? 0;
  const without = holes === 0 ? '' : holes === 1 ? ' without one part inside' : ` without ${holes} parts inside`;
  return `Polygon with ${shape.ring.length - 1} corners${without}`;
}

const [width, height] = [480, 330];

interface AreaMapProps {
  readonly drawn: readonly Drawn[];
  readonly extreme: boolean;
  readonly borders: Borders | null;
  /** Of the names on it. */
  readonly language?: LabelLanguage;
}

export function AreaMap({ drawn, extreme, borders, language = labelLanguage('en') }: AreaMapProps): JSX.Element {
  const drawings = drawingsOf(drawn.map(({ shape }) => shape));
  const around = boxOfDrawings(drawings) ?? { west: -180, east: 180, south: -60, north: 80 };
  const frame = frameOf(around, width, height);
  const backdrop = backdropOf(borders, frame);
  const taken = new Taken();
  keepLegend(frame, taken);
  const title = drawn
    .slice(0, 6)
    .map((one) => `${one.number}: ${calm(clipped(one.areaDesc, 60))}. ${shapeText(one.shape)}.`)
    .join(' ');
  const more = drawn.length > 6 ? ` And ${drawn.length - 6} more shapes, listed below.` : '';
  const marks = drawn.length > 1 && drawn.length < 10 ? drawings.map((drawing) => boxOfDrawings([drawing])) : [];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="map-title"
      class={extreme ? 'extreme' : undefined}
    >
      <title id="map-title">{`Map of the area, without people. ${title}${more}`}</title>
      <Ground {...backdrop} />
      {drawings.map((drawing, n) => (
        <g class={drawn[n]?.code ? 'coded' : undefined}>
          <Outline frame={frame} drawing={drawing} />
        </g>
      ))}
      {marks.map((box, n) =>
        box === null ? null : <Mark frame={frame} box={box} number={drawn[n]?.number ?? 0} taken={taken} />,
      )}
      <Names of={backdrop} taken={taken} language={language} />
      <Legend frame={frame} />
    </svg>
  );
}

interface MarkProps {
  readonly frame: Frame;
  readonly box: Box;
  readonly number: number;
  readonly taken: Taken;
}

function Mark({ frame, box, number, taken }: MarkProps): JSX.Element {
  const [x, y] = [frame.toX((box.west + box.east) / 2), (frame.toY(box.north) + frame.toY(box.south)) / 2];
  taken.take(x, y, 22, 22);
  return (
    <text class="mark" x={x.toFixed(1)} y={(y + 5).toFixed(1)} text-anchor="middle">
      {number}
    </text>
  );
}
