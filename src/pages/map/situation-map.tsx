/** A still map of situations where they are, over the outlines of countries. People are never on it. */
import type { JSX } from 'preact';
import { type Drawing, drawingsOf } from '../../core/geo/drawing/drawings.ts';
import type { Place } from '../../core/geo/place.ts';
import { drawnIn, type Situation } from '../../core/situation.ts';
import { isOfParts } from '../../match/people-in.ts';
import { calm, clipped } from '../parts/shown-text.ts';
import { SignAt } from '../parts/sign.tsx';
import { gravityOf } from '../strings/picture.ts';
import { backdropOf, Ground, keepLegend, Legend, Names } from './backdrop.tsx';
import { type Borders, boxOfRing, type Corner, type Country } from './borders.ts';
import { type LabelLanguage, labelLanguage } from './labels.ts';
import { Taken, wordWidth } from './land.tsx';
import { signed } from './live/signs.ts';
import { boxOfDrawings, Outline } from './outline.tsx';
import { type Box, boxOf, type Frame, frameOf } from './projection.ts';

const [width, height] = [560, 424];

interface Marked {
  readonly situation: Situation;
  readonly center: Corner;
  /** Of the shapes of its place; empty for a country. */
  readonly drawings: readonly Drawing[];
  /** Of what stands by a code. */
  readonly coded: readonly Drawing[];
}

/** What of the situations can be drawn; null when nothing can. */
export interface MapPlan {
  readonly frame: Frame;
  readonly marked: readonly Marked[];
  /** Codes of countries that a situation is about as a whole. */
  readonly whole: ReadonlySet<string>;
  /** How many stand nowhere on it. */
  readonly unplaced: number;
  /** Some of its circles are the desk's own. */
  readonly ours: boolean;
  /** Some of its shapes stand by a code. */
  readonly coded: boolean;
}

/** `close` shows the shapes alone; otherwise the countries they lie in are shown whole. */
export function planOf(situations: readonly Situation[], borders: Borders | null, close: boolean): MapPlan | null {
  const byCode = new Map(borders?.countries.map((country) => [country.code, country]));
  const drawn = situations.flatMap((situation) => {
    const { place } = situation;
    const drawn = drawnIn(place);
    const all = drawingsOf([...drawn, ...(place.coded ?? []).map(({ shape }) => shape)]);
    const box = boxOfDrawings(all);
    const [drawings, coded] = [all.slice(0, drawn.length), all.slice(drawn.length)];
    return box === null ? [] : [{ situation, drawings, coded, box, center: middle(box) }];
  });
  const countries = situations.filter(({ place }) => place.kind === 'country' && byCode.has(place.country ?? ''));
  const boxes = drawn.map(({ box }) => box);
  const shown = close ? [] : drawn.map(({ situation }) => situation);
  const codes = new Set([...countries, ...shown].flatMap(({ place }) => place.country ?? []));
  const around = [...codes].flatMap((code) => mainBox(byCode.get(code)));
  const all = close && boxes.length > 0 ? boxes : [...boxes, ...around];
  if (all.length === 0) return null;
  const frame = frameOf(union(all), width, height);
  return {
    frame,
    marked: [
      ...drawn.map(({ box: _, ...one }) => one),
      ...countries.flatMap((situation) => {
        const [box] = mainBox(byCode.get(situation.place.country ?? ''));
        return box ? [{ situation, drawings: [], coded: [], center: middle(box) }] : [];
      }),
    ],
    whole: new Set(countries.flatMap((one) => (isOfParts(one) ? [] : (one.place.country ?? [])))),
    unplaced: situations.length - drawn.length - countries.length,
    ours: drawn.some(({ situation }) => situation.place.ours),
    coded: drawn.some(({ coded }) => coded.length > 0),
  };
}

/** The main part of a country: its largest ring. Islands an ocean away would make every map one of the world. */
export const mainBox = (country: Country | undefined): Box[] => {
  const ring = country?.rings[0];
  return ring ? [boxOfRing(ring)] : [];
};
const union = (boxes: readonly Box[]): Box =>
  boxOf(
    boxes.flatMap((box) => [
      { lat: box.south, lon: box.west },
      { lat: box.north, lon: box.east },
    ]),
  );
const middle = (box: Box): Corner => [(box.west + box.east) / 2, (box.south + box.north) / 2];

interface MapProps {
  readonly plan: MapPlan;
  readonly borders: Borders | null;
  /** Says in words what the drawing shows. */
  readonly title: string;
  readonly id: string;
  /** Places to name on the map of one situation, whose own name stands over the page; null on a map of several. */
  readonly places?: readonly Place[] | null;
  /** Of the names of towns. */
  readonly language?: LabelLanguage;
}

export function SituationMap({
  plan,
  borders,
  title,
  id,
  places = null,
  language = labelLanguage('en'),
}: MapProps): JSX.Element {
  const { frame } = plan;
  const backdrop = backdropOf(borders, frame);
  const taken = new Taken();
  keepLegend(frame, taken);
  const marks = plan.marked.slice(0, signed).map((one, rank): Mark => {
    const [trueX, trueY] = [frame.toX(one.center[0]), frame.toY(one.center[1])];
    const [x, y] = freeSpot(trueX, trueY, sizeOf(rank), taken);
    return { ...one, rank, x, y, trueX, trueY };
  });
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      <Ground {...backdrop} />
      {backdrop.countries
        .filter(({ country }) => plan.whole.has(country.code))
        .map(({ path }) => (
          <path class="whole" d={path} fill="url(#area-hatch)" />
        ))}
      {plan.marked.map(({ situation: { place }, drawings, coded }) => (
        <>
          <g class={place.ours ? 'ours' : undefined}>
            {drawings.map((drawing) => (
              <Outline frame={frame} drawing={drawing} />
            ))}
          </g>
          {coded.map((drawing) => (
            <g class="coded">
              <Outline frame={frame} drawing={drawing} />
            </g>
          ))}
        </>
      ))}
      {plan.marked.slice(signed).map(({ center }) => (
        <circle class="spot" cx={frame.toX(center[0]).toFixed(1)} cy={frame.toY(center[1]).toFixed(1)} r="3.5" />
      ))}
      {marks
        .filter(({ x, y, trueX, trueY }) => x !== trueX || y !== trueY)
        .map(({ x, y, trueX, trueY }) => (
          <g class="leader">
            <path d={`M${trueX.toFixed(1)} ${trueY.toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}`} />
            <circle cx={trueX.toFixed(1)} cy={trueY.toFixed(1)} r="3" />
          </g>
        ))}
      {marks.toReversed().map(({ situation, x, y, rank }) => (
        <SignAt level={gravityOf(situation).figure} look="live" x={x} y={y} size={sizeOf(rank)} />
      ))}
      {places?.map((place) => (
        <PlaceMark place={place} frame={frame} taken={taken} />
      ))}
      {places !== null ? null : marks.map((mark) => <Label mark={mark} taken={taken} />)}
      <Names of={backdrop} {...{ taken, language }} but={new Set(places?.map(({ name }) => name))} />
      <Legend frame={frame} />
    </svg>
  );
}

interface Mark extends Marked {
  readonly rank: number;
  readonly x: number;
  readonly y: number;
  /** Where it is; the sign stands beside it when another is there already. */
  readonly trueX: number;
  readonly trueY: number;
}

/** Its own place, else the nearest free one around it; its own again when all is full. */
function freeSpot(x: number, y: number, size: number, taken: Taken): Corner {
  if (taken.take(x, y, size, size)) return [x, y];
  for (let away = size * 0.9; away < size * 3.2; away += size * 0.35)
    for (let turn = 0; turn < 12; turn++) {
      const angle = (turn / 12) * 2 * Math.PI;
      const [toX, toY] = [x + away * Math.cos(angle), y + away * Math.sin(angle)];
      const within = toX > size / 2 && toX < width - size / 2 && toY > size / 2 && toY < height - size / 2;
      if (within && taken.take(toX, toY, size, size)) return [toX, toY];
    }
  return [x, y];
}

/** The worst is drawn largest. */
const sizeOf = (rank: number): number => (rank === 0 ? 44 : 30);

/** A small square with its name, on whichever side there is room; the square alone where there is none. */
function PlaceMark({
  place,
  frame,
  taken,
}: {
  readonly place: Place;
  readonly frame: Frame;
  readonly taken: Taken;
}): JSX.Element {
  const [x, y] = [frame.toX(place.point.lon), frame.toY(place.point.lat)];
  const wide = wordWidth(place.name, 13) + 4;
  const tries = [
    { anchor: 'start', cx: x + 8 + wide / 2, cy: y, tx: x + 8 },
    { anchor: 'end', cx: x - 8 - wide / 2, cy: y, tx: x - 8 },
    { anchor: 'middle', cx: x, cy: y - 14, tx: x },
    { anchor: 'middle', cx: x, cy: y + 15, tx: x },
    { anchor: 'start', cx: x + 8 + wide / 2, cy: y - 10, tx: x + 8 },
    { anchor: 'end', cx: x - 8 - wide / 2, cy: y + 10, tx: x - 8 },
  ] as const;
  const found = tries.find(({ cx, cy }) => cx - wide / 2 > 0 && cx + wide / 2 < width && taken.take(cx, cy, wide, 16));
  return (
    <g class="spoken">
      <rect x={(x - 4).toFixed(1)} y={(y - 4).toFixed(1)} width="8" height="8" />
      {found ? (
        <text x={found.tx.toFixed(1)} y={(found.cy + 4.5).toFixed(1)} text-anchor={found.anchor}>
          {place.name}
        </text>
      ) : null}
    </g>
  );
}

interface LabelProps {
  readonly mark: Mark;
  readonly taken: Taken;
}

/** Beside its sign where there is room, left or right, above or below; nowhere rather than over another. */
function Label({ mark, taken }: LabelProps): JSX.Element | null {
  const { situation, rank, x, y } = mark;
  const text = calm(clipped(situation.place.name, 26));
  const wide = wordWidth(text, 15) + 6;
  const away = sizeOf(rank) / 2 + 6;
  const tries = [
    { anchor: 'start', cx: x + away + wide / 2, cy: y, tx: x + away, ty: y + 5 },
    { anchor: 'end', cx: x - away - wide / 2, cy: y, tx: x - away, ty: y + 5 },
    { anchor: 'middle', cx: x, cy: y + away + 8, tx: x, ty: y + away + 12 },
    { anchor: 'middle', cx: x, cy: y - away - 8, tx: x, ty: y - away - 3 },
  ] as const;
  const found = tries.find(
    ({ cx, cy }) =>
      cx - wide / 2 > 0 && cx + wide / 2 < width && cy > 12 && cy < height - 12 && taken.take(cx, cy, wide, 20),
  );
  if (!found) return null;
  return (
    <text
      class={rank === 0 ? 'name first' : 'name'}
      x={found.tx.toFixed(1)}
      y={found.ty.toFixed(1)}
      text-anchor={found.anchor}
    >
      {text}
    </text>
  );
}
