/** What a drawn map has around its shapes: the ground below (a grid where there is no land), names above, scale and north. */
import type { JSX } from 'preact';
import type { Borders } from './borders.ts';
import type { LabelLanguage } from './labels.ts';
import { CountryNames, countriesIn, type DrawnCountry, Land, type Taken } from './land.tsx';
import { degrees, type Frame, gridLines, scaleBar } from './projection.ts';
import { Divisions, Towns } from './still/land.tsx';

export interface Backdrop {
  readonly frame: Frame;
  readonly borders: Borders | null;
  readonly countries: readonly DrawnCountry[];
}

export const backdropOf = (borders: Borders | null, frame: Frame): Backdrop => ({
  frame,
  borders,
  countries: borders === null ? [] : countriesIn(borders, frame),
});

export function Ground({ borders, frame, countries }: Backdrop): JSX.Element {
  const { width, height } = frame;
  return (
    <>
      <rect class={borders === null ? 'ground' : 'sea'} width={width} height={height} />
      {countries.length === 0 ? <Graticule frame={frame} /> : <Land countries={countries} />}
      {borders?.ground ? <Divisions ground={borders.ground} frame={frame} /> : null}
    </>
  );
}

/** Names that have room; those in `but` stand there already. */
export function Names({
  of: { borders, frame, countries },
  taken,
  language,
  but = new Set(),
}: {
  readonly of: Backdrop;
  readonly taken: Taken;
  readonly language: LabelLanguage;
  readonly but?: ReadonlySet<string>;
}): JSX.Element {
  return (
    <>
      <CountryNames {...{ countries, taken, language }} />
      {borders?.ground ? <Towns ground={borders.ground} {...{ frame, taken, language, but }} /> : null}
    </>
  );
}

function Graticule({ frame }: { readonly frame: Frame }): JSX.Element {
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

/** Keeps names off the scale bar and the north arrow. */
export function keepLegend(frame: Frame, taken: Taken): void {
  const [right, base] = [frame.width - 14, frame.height - 14];
  const wide = Math.max(scaleBar(frame, barMost).units, 60);
  taken.take(right - wide / 2, base - 12, wide + 8, 30);
  taken.take(right - 8, 35, 26, 50);
}

/** Units of the picture. */
const barMost = 110;

export function Legend({ frame }: { readonly frame: Frame }): JSX.Element {
  const bar = scaleBar(frame, barMost);
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
