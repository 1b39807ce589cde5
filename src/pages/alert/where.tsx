/** The area of an alert: the map, the same as text, and what of it nobody can place. */
import type { JSX } from 'preact';
import type { CapArea } from '../../core/cap/model.ts';
import type { ResolvedArea } from '../../core/geo/geocodes/areas.ts';
import { isPlaceAlone } from '../../core/geo/geocodes/geocodes.ts';
import type { AlertView } from '../../core/model.ts';
import { isStanding, isWhole } from '../../match/country.ts';
import type { Moment } from '../layout.tsx';
import { AreaMap, shapesOnMap, shapeText } from '../map/area-map.tsx';
import type { Borders } from '../map/borders.ts';
import { AsFile } from '../map/still/as-file.tsx';
import { Cite, type Source, Stands, Theirs, Unknown } from '../parts/words.tsx';
import { ByCode, boundaryText } from './by-code.tsx';

interface WhereProps {
  readonly view: AlertView;
  readonly source: Source;
  readonly extreme: boolean;
  readonly borders: Borders | null;
  readonly moment: Moment;
}

export function Where({ view, source, extreme, borders, moment }: WhereProps): JSX.Element {
  const { alert, advice } = view;
  // Who writes in prose draws nothing: the shapes are the desk's own.
  const ours = advice !== null;
  const drawn = shapesOnMap(view);
  const coded = drawn.filter(({ code }) => code !== undefined).length;
  const wholes = alert.infos.flatMap((_, n) => (isWhole(view, n) ? [advice?.parts[n]] : []));
  return (
    <section class="sec" id="where" aria-labelledby="h-m">
      <h2 id="h-m">Where</h2>
      <p class="lede">
        {ours
          ? 'The issuer names places and draws nothing. Circles around them are this desk’s own, as wide as the issuer says where it states a distance, and are drawn broken.'
          : 'The area as the issuer gives it; nothing is widened.'}
      </p>
      <div class="two">
        {drawn.length === 0 && wholes.length === alert.infos.length ? (
          <p>
            A country as a whole, which needs no shape: whoever’s stay names that country is in it.{' '}
            {wholes.every((part) => part && isStanding(part))
              ? 'Such advice is shown to them, and told only when it becomes urgent by a change.'
              : ''}
          </p>
        ) : drawn.length === 0 ? (
          <Unknown>
            What the area looks like. The issuer drew no shape that can be read, and no boundary of its codes is known
            here, so nobody can be placed inside.
          </Unknown>
        ) : (
          <figure class={ours ? 'map ours' : 'map'}>
            <AreaMap drawn={drawn} extreme={extreme} borders={borders} />
            <figcaption>
              Hatched: {hatchedText(drawn.length, coded, ours)}. People are not on this map. {borders?.attribution}
              <AsFile page={`/alerts/${view.id}`} moment={moment} />
            </figcaption>
          </figure>
        )}
        <ol class="areas">
          {drawn.map((one) => (
            <li>
              <b>{one.number}</b>
              <p>
                {ours ? (
                  <Stands source={source} path={one.path} text={one.areaDesc} language={one.language} max={300} />
                ) : (
                  <Theirs text={one.areaDesc} language={one.language} max={300} />
                )}
                <br />
                {one.code ? `${boundaryText(one.code)} ` : null}
                {shapeText(one.shape)}
                {ours ? null : <Cite source={source} path={one.path} />}
              </p>
            </li>
          ))}
          {alert.infos.flatMap((info, i) =>
            info.areas.map((area, a) => (
              <Besides
                area={area}
                whole={isWhole(view, i)}
                coded={view.resolved.find((one) => one.info === i && one.area === a)}
                language={info.language}
                base={`info[${i + 1}]/area[${a + 1}]`}
                source={source}
              />
            )),
          )}
        </ol>
      </div>
    </section>
  );
}

function hatchedText(all: number, coded: number, ours: boolean): string {
  const shapes = (count: number): string => (count === 1 ? 'the shape' : `${count} shapes`);
  if (ours) return `${shapes(all)} this desk draws around what the issuer named`;
  const drawn = all - coded;
  const byCode = `${coded === 1 ? 'the area' : `${coded} areas`} the issuer names by code, dotted along a boundary from elsewhere`;
  return [drawn > 0 ? `${shapes(drawn)} drawn by the issuer` : '', coded > 0 ? byCode : ''].filter(Boolean).join('; ');
}

interface BesidesProps {
  readonly area: CapArea;
  /** It is a country as a whole, and needs no shape. */
  readonly whole: boolean;
  readonly coded: ResolvedArea | undefined;
  readonly language: string | null;
  readonly base: string;
  readonly source: Source;
}

/** What an area says besides its shapes: codes, heights, shapes that can't be read, or nothing but a name. */
function Besides({ area, whole, coded, language, base, source }: BesidesProps): JSX.Element | null {
  const unread = [...area.polygons, ...area.circles].filter((one) => one.shape === null).length;
  const shapeless = area.polygons.length + area.circles.length === 0;
  const isPlace = isPlaceAlone(area);
  if (!shapeless && !isPlace && unread === 0 && area.geocodes.length === 0 && area.altitude === null) return null;
  return (
    <li>
      <b aria-hidden="true">–</b>
      <p>
        <Stands source={source} path={`${base}/areaDesc`} text={area.areaDesc} language={language} max={300} />
        {shapeless && whole ? '. The country as a whole.' : null}
        {isPlace || (shapeless && !whole) ? <ByCode coded={coded} isPlace={isPlace} /> : null}
        {unread > 0 ? ` ${unread} of its shapes can’t be read.` : ''}
        {area.geocodes.map((code, n) => (
          <>
            {' '}
            <span class="nowrap">
              <Stands
                source={source}
                path={`${base}/geocode[${n + 1}]`}
                text={`${code.valueName} ${code.value}`}
                max={60}
              />
            </span>
          </>
        ))}
        {area.altitude === null ? null : (
          <>
            {' '}
            From <Theirs text={area.altitude} max={20} /> ft
            <Cite source={source} path={`${base}/altitude`} />
            {area.ceiling === null ? (
              '.'
            ) : (
              <>
                {' '}
                to <Theirs text={area.ceiling} max={20} /> ft
                <Cite source={source} path={`${base}/ceiling`} />.
              </>
            )}
          </>
        )}
      </p>
    </li>
  );
}
