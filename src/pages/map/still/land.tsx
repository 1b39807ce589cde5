/** Divisions and towns of a drawn map, where the land that it shows is small enough for them. */
import type { JSX } from 'preact';
import { type Corner, meets, type StillGround } from '../borders.ts';
import type { LabelLanguage } from '../labels.ts';
import { type Taken, wordWidth } from '../land.tsx';
import type { Frame } from '../projection.ts';
import { isRightToLeft, nameOf } from './ground.ts';

/** A wider frame shows countries alone. */
const widestMeters = 3_500_000;
const mostTowns = 14;
/** A frame may lie across the date line: then land shows a turn further on. */
const turns = [0, -360, 360] as const;

interface StillProps {
  readonly ground: StillGround;
  readonly frame: Frame;
}

const isClose = ({ metersPerUnit, width }: Frame): boolean => metersPerUnit * width < widestMeters;

export function Divisions({ ground, frame }: StillProps): JSX.Element | null {
  if (!isClose(frame)) return null;
  const paths = turns.flatMap((turn) =>
    ground.lines
      .filter(({ box }) => meets({ ...box, west: box.west + turn, east: box.east + turn }, frame))
      .flatMap(({ line }) =>
        pieces(
          line.map(([lon, lat]) => [frame.toX(lon + turn), frame.toY(lat)]),
          frame,
        ),
      ),
  );
  return paths.length === 0 ? null : <path class="division" d={paths.join('')} />;
}

/** The stretches of a line whose steps may be seen. */
function pieces(line: readonly Corner[], { width, height }: Frame): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const [n, [x, y]] of line.entries()) {
    const [fromX, fromY] = line[n - 1] ?? [x, y];
    const isSeen =
      Math.max(x, fromX) > 0 && Math.min(x, fromX) < width && Math.max(y, fromY) > 0 && Math.min(y, fromY) < height;
    const to = `L${x.toFixed(1)} ${y.toFixed(1)}`;
    if (n > 0 && isSeen && isOpen) found[found.length - 1] += to;
    else if (n > 0 && isSeen) found.push(`M${fromX.toFixed(1)} ${fromY.toFixed(1)}${to}`);
    isOpen = n > 0 && isSeen;
  }
  return found;
}

/** The first towns that have room, each with a dot; `but` are named already. */
export function Towns({
  ground,
  frame,
  taken,
  language,
  but,
}: StillProps & {
  readonly taken: Taken;
  readonly language: LabelLanguage;
  readonly but: ReadonlySet<string>;
}): JSX.Element | null {
  if (!isClose(frame)) return null;
  const towns = turns
    .flatMap((turn) => ground.towns.map((town) => ({ ...town, at: [town.at[0] + turn, town.at[1]] as const })))
    .filter(({ at: [lon, lat], names }) => {
      const isIn = lon > frame.west && lon < frame.east && lat > frame.south && lat < frame.north;
      return isIn && !but.has(names['name'] ?? '');
    })
    .flatMap((town) => placed(nameOf(town, language), frame.toX(town.at[0]), frame.toY(town.at[1]), frame, taken) ?? [])
    .slice(0, mostTowns);
  return (
    <g class="towns">
      {towns.map(({ x, y, tx, ty, anchor, name }) => (
        <>
          <circle cx={x.toFixed(1)} cy={y.toFixed(1)} r="2.2" />
          <text
            x={tx.toFixed(1)}
            y={ty.toFixed(1)}
            text-anchor={anchor}
            // Start and end of an anchor follow the way a text runs: here they mean left and right, and the letters find their way themselves.
            direction="ltr"
            unicode-bidi={isRightToLeft(name) ? 'isolate' : undefined}
          >
            {name}
          </text>
        </>
      ))}
    </g>
  );
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly tx: number;
  readonly ty: number;
  readonly anchor: 'start' | 'end';
  readonly name: string;
}

/** On the side where there is room; null where there is none. */
function placed(name: string, x: number, y: number, frame: Frame, taken: Taken): Placed | null {
  const wide = wordWidth(name, 12) + 4;
  const sides = [
    { anchor: 'start', cx: x + 6 + wide / 2, tx: x + 6 },
    { anchor: 'end', cx: x - 6 - wide / 2, tx: x - 6 },
  ] as const;
  if (y < 12 || y > frame.height - 12) return null;
  const found = sides.find(({ cx }) => cx - wide / 2 > 0 && cx + wide / 2 < frame.width && taken.take(cx, y, wide, 16));
  return found ? { x, y, tx: found.tx, ty: y + 4.2, anchor: found.anchor, name } : null;
}
