/**
 * The map that moves, over the drawn one: the ground, the situations of the page's own moment; nothing is fetched from anywhere but
 * this desk. Signs are links in the page, so that they are reached by keyboard and read aloud; the drawn map stays for print.
 */
import type { FeatureCollection, Geometry } from 'geojson';
import {
  type ExpressionSpecification,
  type LayerSpecification,
  Map as LiveMap,
  LngLatBounds,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { readBorders } from '../pages/map/borders.ts';
import type { LabelLanguage } from '../pages/map/labels.ts';
import { edgesOf } from '../pages/map/live/edges.ts';
import { type GroundTheme, groundLayers, nameIn, nameLayersIn } from '../pages/map/live/ground.ts';
import { languageControl, languageNow, streetsControl } from './map-choices.ts';
import { addDot, asLayers, fontsFor, type Ground, openGround, streetLayersOf, themeOf } from './map-ground.ts';
import { type Marked, mark, settle } from './map-marks.ts';
import 'maplibre-gl/dist/maplibre-gl.css';

const hatched = 'hatched';
/** A map of fewer pixels has no room for titles. */
const narrow = 480;

type Shapes = FeatureCollection<Geometry | null, Marked>;

/** `data-situations` and `data-borders` of the figure name what to draw. Whatever fails leaves the drawn map standing. */
export async function addMap(figure: HTMLElement): Promise<void> {
  const drawn = figure.querySelector('svg');
  const { situations, borders } = figure.dataset;
  if (!drawn || situations === undefined || borders === undefined) return;
  const [shapes, ground] = await Promise.all([json<Shapes>(situations), openGround()]);
  if (!shapes || !ground || shapes.features.every(({ properties }) => properties.center === null)) return;
  const whole = shapes.features.flatMap(wholeOf);
  const bounds = boundsOf(shapes, whole.length === 0 ? [] : await mainParts(borders, whole));
  let language = languageNow();
  await fontsFor(themeOf(getComputedStyle(figure)), language);
  setWorkerUrl(workerUrl);
  const frame = document.createElement('div');
  frame.className = 'livemap';
  drawn.after(frame);
  const style = (): StyleSpecification => ({
    version: 8,
    sources: {
      ...ground.sources,
      situations: { type: 'geojson', data: placed(shapes) },
      edges: { type: 'geojson', data: edged(shapes) },
    },
    layers: layersOf(themeOf(getComputedStyle(figure)), language, ground, whole),
  });
  const map = new LiveMap({
    container: frame,
    bounds,
    fitBoundsOptions: { padding: 48, maxZoom: 12 },
    attributionControl: false,
    style: style(),
    dragRotate: false,
    cooperativeGestures: true,
    fadeDuration: 0,
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 140 }), 'bottom-left');
  map.addControl(
    languageControl(language, (chosen) => {
      language = chosen;
      void fontsFor(themeOf(getComputedStyle(figure)), chosen).then(() => {
        if (language === chosen) rename(map, chosen);
      });
    }),
    'bottom-right',
  );
  addStreets(map, ground);
  map.setMissingStyleImageResolver((id) => {
    const theme = themeOf(getComputedStyle(figure));
    if (id === hatched) map.addImage(hatched, hatch(theme.ink3));
    else addDot(map, id, theme);
  });
  const isNarrow = frame.clientWidth < narrow;
  const marks = shapes.features.flatMap(({ properties }) => mark(map, properties, isNarrow) ?? []);
  settle(map, marks);
  map.on('moveend', () => settle(map, marks));
  map.once('load', () => {
    figure.dataset['live'] = 'yes';
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    for (const id of map.listImages()) map.removeImage(id);
    map.setStyle(style());
  });
}

async function words(path: string): Promise<string | null> {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.text() : null;
}
async function json<T>(path: string): Promise<T | null> {
  const text = await words(path);
  return text === null ? null : (JSON.parse(text) as T);
}

/** Codes of countries that advice is about as a whole. */
const wholeOf = ({ properties }: Shapes['features'][number]): string[] =>
  properties.whole && properties.country !== null ? [properties.country] : [];

/** The largest ring of each: islands an ocean away would make every map one of the world. */
async function mainParts(borders: string, codes: readonly string[]): Promise<unknown[]> {
  const topology = await words(borders);
  if (topology === null) return [];
  return readBorders(topology).countries.flatMap(({ code, rings }) => (codes.includes(code) ? [rings[0]] : []));
}

/** Without what can't be drawn. */
const placed = ({ features }: Shapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.flatMap((one) => (one.geometry === null ? [] : [{ ...one, geometry: one.geometry }])),
});

/** Outlines alone. */
const edged = ({ features }: Shapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.flatMap(({ geometry, properties }) => {
    if (geometry === null) return [];
    const coordinates = edgesOf(geometry).map((line) => line.map(([lon, lat]) => [lon, lat]));
    return [{ type: 'Feature' as const, properties, geometry: { type: 'MultiLineString' as const, coordinates } }];
  }),
});

/** All that is drawn, and the main part of each country that advice is about as a whole. */
function boundsOf(shapes: Shapes, countries: readonly unknown[]): LngLatBounds {
  const bounds = new LngLatBounds();
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') bounds.extend(value as [number, number]);
    else for (const member of value) walk(member);
  };
  for (const { bbox, properties } of shapes.features) {
    const [west, south, east, north] = bbox ?? [];
    if (west !== undefined && south !== undefined && east !== undefined && north !== undefined)
      walk([
        [west, south],
        [east < west ? east + 360 : east, north],
      ]);
    else if (properties.center !== null) walk([...properties.center]);
  }
  walk(countries);
  return bounds;
}

/** Ground, countries as a whole, areas, and above them the names. */
function layersOf(
  theme: GroundTheme,
  language: LabelLanguage,
  ground: Ground,
  whole: readonly string[],
): LayerSpecification[] {
  const isWhole = { source: 'base', 'source-layer': 'countries', filter: ['in', ['get', 'code'], ['literal', whole]] };
  const { ink } = theme;
  const outline = { type: 'line', source: 'edges' };
  return [
    ...asLayers(groundLayers(theme)),
    ...streetLayersOf(ground, theme, language),
    ...asLayers([
      { ...isWhole, id: hatched, type: 'fill', paint: { 'fill-pattern': hatched } },
      { ...isWhole, id: 'whole', type: 'line', paint: { 'line-color': ink, 'line-width': 2 } },
      {
        ...{ id: 'areas', type: 'fill', source: 'situations' },
        // An edge of its own would show where an area is cut at the antimeridian.
        paint: { 'fill-color': ink, 'fill-opacity': 0.08, 'fill-antialias': false },
      },
      {
        ...{ ...outline, id: 'theirs', filter: ['!', ['get', 'ours']] },
        paint: { 'line-color': ink, 'line-width': 2 },
      },
      {
        ...{ ...outline, id: 'ours', filter: ['get', 'ours'] },
        paint: { 'line-color': ink, 'line-width': 2, 'line-dasharray': [2, 2] },
      },
      {
        ...{ id: 'points', type: 'circle', source: 'situations' },
        filter: ['all', ['==', ['geometry-type'], 'Point'], ['get', 'drawn']],
        paint: { 'circle-radius': 5, 'circle-color': ink },
      },
      ...nameLayersIn(theme, language),
    ]),
  ];
}

/** Writes all names anew. */
function rename(map: LiveMap, language: LabelLanguage): void {
  for (const { id, type } of map.getStyle().layers)
    if (type === 'symbol') map.setLayoutProperty(id, 'text-field', nameIn(language) as ExpressionSpecification);
  // Whoever watches the page, such as a test, knows by this when they are drawn.
  map.once('idle', () => {
    map.getContainer().dataset['names'] = language.tag;
  });
}

/** A box to tick for each of the operator's files, and the words that its author wants to be named by. */
function addStreets(map: LiveMap, { streets }: Ground): void {
  for (const { id, name } of streets)
    map.addControl(
      streetsControl(name, (shown) => {
        for (const layer of map.getStyle().layers)
          if ('source' in layer && layer.source === id)
            map.setLayoutProperty(layer.id, 'visibility', shown ? 'visible' : 'none');
      }),
      'bottom-right',
    );
  const credits = streets.flatMap(({ credit }) => (credit === '' ? [] : [credit]));
  if (credits.length === 0) return;
  const credit = document.createElement('p');
  credit.className = 'livecredit';
  credit.textContent = credits.join(' ');
  map.getContainer().append(credit);
}

/** Strokes of one colour, as on the drawn map: countries that advice is about as a whole. */
function hatch(color: string): ImageData {
  const size = 12;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return new ImageData(size, size);
  pen.strokeStyle = color;
  pen.globalAlpha = 0.6;
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  return pen.getImageData(0, 0, size, size);
}
