/**
 * The map that moves, over the drawn one: the ground, the situations of the page's own moment; nothing is fetched from anywhere but
 * this desk. Signs are links in the page, so that they are reached by keyboard and read aloud; the drawn map stays for print.
 */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
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
import type { LabelLanguage } from '../pages/map/labels.ts';
import { edgesApart } from '../pages/map/live/edges.ts';
import { type GroundTheme, groundLayers, namedLayer, nameIn, nameLayersIn } from '../pages/map/live/ground.ts';
import { isOnMap } from '../pages/map/live/signs.ts';
import { leftOutText } from '../pages/map/live/streets.ts';
import { calm } from '../pages/parts/shown-text.ts';
import { languageControl, languageNow, streetsControl } from './map-choices.ts';
import { addDot, asLayers, fontsFor, type Ground, openGround, streetLayersOf, themeOf } from './map-ground.ts';
import { type Marked, mark, settle } from './map-marks.ts';
import 'maplibre-gl/dist/maplibre-gl.css';

const hatched = 'hatched';
/** A map of fewer pixels has no room for titles. */
const narrow = 480;

type Shapes = FeatureCollection<Geometry | null, Marked>;

/** What is on its way already while this file was fetched; null: it did not come. */
export interface Asked {
  readonly situations: Promise<unknown>;
  readonly maps: Promise<unknown>;
}

/**
 * Draws the situations of a figure. Whatever fails leaves the drawn map standing, and so does what lies where this one has no
 * picture, beyond 85 degrees.
 */
export async function addMap(figure: HTMLElement, asked: Asked): Promise<void> {
  const drawn = figure.querySelector('svg');
  if (!drawn) return;
  let language = languageNow();
  const fonts = fontsFor(themeOf(getComputedStyle(figure)), language);
  const [shapes, ground] = await Promise.all([
    asked.situations as Promise<Shapes | null>,
    asked.maps.then(openGround),
    fonts,
  ]);
  if (!shapes || !ground || shapes.features.every(({ properties }) => properties.center === null)) return;
  if (shapes.features.some(({ bbox }) => bbox !== undefined && !isOnMap(bbox))) return;
  const whole = shapes.features.flatMap(wholeOf);
  const bounds = boundsOf(shapes);
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
      named: { type: 'geojson', data: namedIn(shapes) },
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
  if (ground.leftOut.length > 0) note(map, 'liveleft', leftOutText(ground.leftOut));
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

/** Codes of countries that advice is about as a whole. */
const wholeOf = ({ properties }: Shapes['features'][number]): string[] =>
  properties.whole && properties.country !== null ? [properties.country] : [];

/** Without what can't be drawn. */
const placed = ({ features }: Shapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.flatMap((one) => (one.geometry === null ? [] : [{ ...one, geometry: one.geometry }])),
});

/** Outlines alone, each with whose it is: drawn, the desk's own, or of a code. */
const edged = ({ features }: Shapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.flatMap(({ geometry, properties }) => {
    if (geometry === null) return [];
    const { drawn, coded } = edgesApart(geometry, properties.byCode);
    const line = (of: string, rings: typeof drawn): Feature => ({
      type: 'Feature',
      properties: { of },
      geometry: { type: 'MultiLineString', coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])) },
    });
    return [line(properties.ours ? 'ours' : 'theirs', drawn), line('code', coded)];
  }),
});

const namedIn = ({ features }: Shapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.flatMap(({ properties }) =>
    properties.named.map(({ name, at }) => ({
      type: 'Feature' as const,
      properties: { name: calm(name) },
      geometry: { type: 'Point' as const, coordinates: [...at] },
    })),
  ),
});

/** All that is drawn, and the main part of each country that advice is about as a whole. */
function boundsOf(shapes: Shapes): LngLatBounds {
  const bounds = new LngLatBounds();
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') bounds.extend(value as [number, number]);
    else for (const member of value) walk(member);
  };
  for (const { bbox, properties } of shapes.features) {
    const [west, south, east, north] = bbox ?? properties.mainPart ?? [];
    if (west !== undefined && south !== undefined && east !== undefined && north !== undefined)
      walk([
        [west, south],
        [east < west ? east + 360 : east, north],
      ]);
    else if (properties.center !== null) walk([...properties.center]);
  }
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
        ...{ ...outline, id: 'theirs', filter: ['==', ['get', 'of'], 'theirs'] },
        paint: { 'line-color': ink, 'line-width': 2 },
      },
      {
        ...{ ...outline, id: 'ours', filter: ['==', ['get', 'of'], 'ours'] },
        paint: { 'line-color': ink, 'line-width': 2, 'line-dasharray': [2, 2] },
      },
      {
        ...{ ...outline, id: 'code', filter: ['==', ['get', 'of'], 'code'] },
        layout: { 'line-cap': 'round' },
        paint: { 'line-color': ink, 'line-width': 2, 'line-dasharray': [0.1, 2] },
      },
      {
        ...{ id: 'points', type: 'circle', source: 'situations' },
        filter: ['all', ['==', ['geometry-type'], 'Point'], ['get', 'drawn']],
        paint: { 'circle-radius': 5, 'circle-color': ink },
      },
      ...nameLayersIn(theme, language),
      namedLayer(theme),
    ]),
  ];
}

/** Writes all names anew. */
function rename(map: LiveMap, language: LabelLanguage): void {
  for (const { id, type } of map.getStyle().layers)
    if (type === 'symbol' && id !== 'named')
      map.setLayoutProperty(id, 'text-field', nameIn(language) as ExpressionSpecification);
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
  note(map, 'livecredit', credits.join(' '));
}

function note(map: LiveMap, className: string, text: string): void {
  const said = document.createElement('p');
  said.className = className;
  said.textContent = text;
  map.getContainer().append(said);
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
