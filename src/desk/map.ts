/**
 * The map that moves, over the drawn one. Land and borders, the situations of the page's own moment; nothing is fetched from anywhere but
 * this desk. Signs are links in the page, so that they are reached by keyboard and read aloud; the drawn map stays for print.
 */
import type { FeatureCollection, Geometry } from 'geojson';
import { Map as LiveMap, LngLatBounds, Marker, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { readBorders } from '../pages/map/borders.ts';
import 'maplibre-gl/dist/maplibre-gl.css';

/** What `situations.geojson` says of each feature. */
interface Marked {
  readonly title: string;
  readonly place: string;
  readonly href: string;
  /** `4`, `3` … or `–` when none is stated. */
  readonly sign: string;
  readonly ours: boolean;
  readonly gravity: string;
  readonly whole: boolean;
  readonly country: string | null;
  readonly center: readonly [lon: number, lat: number] | null;
}

const hatched = 'hatched';
/** A map of fewer pixels has no room for titles. */
const narrow = 480;

type Shapes = FeatureCollection<Geometry | null, Marked>;

/** `data-situations` and `data-borders` of the figure name what to draw. Whatever fails leaves the drawn map standing. */
export async function addMap(figure: HTMLElement): Promise<void> {
  const drawn = figure.querySelector('svg');
  const { situations, borders } = figure.dataset;
  if (!drawn || situations === undefined || borders === undefined) return;
  const [shapes, topology] = await Promise.all([json<Shapes>(situations), words(borders)]);
  if (!shapes || topology === null || shapes.features.every(({ properties }) => properties.center === null)) return;
  const land = landOf(topology, new Set(shapes.features.flatMap(wholeOf)));
  setWorkerUrl(workerUrl);
  const frame = document.createElement('div');
  frame.className = 'livemap';
  drawn.after(frame);
  const map = new LiveMap({
    container: frame,
    bounds: boundsOf(shapes, land),
    fitBoundsOptions: { padding: 48, maxZoom: 12 },
    attributionControl: false,
    style: {
      version: 8,
      sources: { land: { type: 'geojson', data: land }, situations: { type: 'geojson', data: placed(shapes) } },
      layers: layersOf(getComputedStyle(figure)),
    },
    dragRotate: false,
    cooperativeGestures: true,
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  map.setMissingStyleImageResolver((id) => {
    if (id === hatched) map.addImage(hatched, hatch(getComputedStyle(figure).getPropertyValue('--ink-3')));
  });
  const isNarrow = frame.clientWidth < narrow;
  const marks = shapes.features.flatMap(({ properties }) => mark(map, properties, isNarrow) ?? []);
  settle(map, marks);
  map.on('moveend', () => settle(map, marks));
  map.once('load', () => {
    figure.dataset['live'] = 'yes';
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (map.hasImage(hatched)) map.removeImage(hatched);
    map.setStyle({ ...map.getStyle(), layers: layersOf(getComputedStyle(figure)) });
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

const wholeOf = ({ properties }: Shapes['features'][number]): string[] =>
  properties.whole && properties.country !== null ? [properties.country] : [];

/** Countries as polygons; `whole` are those that advice is about as a whole. */
const landOf = (topology: string, whole: ReadonlySet<string>): FeatureCollection => ({
  type: 'FeatureCollection',
  features: readBorders(topology).countries.map(({ code, rings }) => ({
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring.map(([lon, lat]) => [lon, lat])]) },
    properties: { whole: whole.has(code) },
  })),
});

/** Without what can't be drawn. */
const placed = ({ features }: Shapes): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.flatMap((one) => (one.geometry === null ? [] : [{ ...one, geometry: one.geometry }])),
});

/** All that is drawn, and the main part of each country that advice is about as a whole. */
function boundsOf(shapes: Shapes, land: FeatureCollection): LngLatBounds {
  const bounds = new LngLatBounds();
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') bounds.extend(value as [number, number]);
    else for (const member of value) walk(member);
  };
  for (const { geometry } of shapes.features) if (geometry && 'coordinates' in geometry) walk(geometry.coordinates);
  for (const { geometry, properties } of land.features)
    if (properties?.['whole'] === true && geometry.type === 'MultiPolygon') walk(geometry.coordinates[0]);
  return bounds;
}

const layersOf = (style: CSSStyleDeclaration): import('maplibre-gl').LayerSpecification[] => {
  const color = (name: string): string => style.getPropertyValue(name).trim();
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': color('--sunk') } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': color('--paper') } },
    { id: hatched, type: 'fill', source: 'land', filter: ['get', 'whole'], paint: { 'fill-pattern': hatched } },
    {
      id: 'whole',
      type: 'line',
      source: 'land',
      filter: ['get', 'whole'],
      paint: { 'line-color': color('--ink'), 'line-width': 2 },
    },
    { id: 'borders', type: 'line', source: 'land', paint: { 'line-color': color('--ink-3'), 'line-width': 0.8 } },
    {
      id: 'areas',
      type: 'fill',
      source: 'situations',
      paint: { 'fill-color': color('--ink'), 'fill-opacity': 0.08 },
    },
    {
      id: 'theirs',
      type: 'line',
      source: 'situations',
      filter: ['!', ['get', 'ours']],
      paint: { 'line-color': color('--ink'), 'line-width': 2 },
    },
    {
      id: 'ours',
      type: 'line',
      source: 'situations',
      filter: ['get', 'ours'],
      paint: { 'line-color': color('--ink'), 'line-width': 2, 'line-dasharray': [2, 2] },
    },
  ];
};

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

const svg = 'http://www.w3.org/2000/svg';

/** The sign of that figure as the page drew it already, else the figure. */
function drawnSign(sign: string): Element {
  const drawn = document.querySelector(`.sign.l${sign === '–' ? 0 : sign}`);
  if (!drawn) {
    const number = document.createElement('b');
    number.textContent = sign;
    return number;
  }
  const own = document.createElementNS(svg, 'svg');
  own.setAttribute('class', drawn.getAttribute('class') ?? '');
  own.setAttribute('viewBox', '0 0 48 48');
  own.append(...drawn.cloneNode(true).childNodes);
  return own;
}

/** A sign is a link: figure and title to see (the place alone where the map is narrow), how grave it is to hear. */
function mark(map: LiveMap, { title, place, href, sign, gravity, center }: Marked, isNarrow: boolean): Marker | null {
  if (center === null) return null;
  const link = document.createElement('a');
  link.href = href;
  link.className = 'livemark';
  const name = document.createElement('span');
  name.textContent = isNarrow ? place : title;
  link.append(drawnSign(sign), ' ', name);
  // What is heard begins with what is seen.
  link.setAttribute('aria-label', `${sign} ${isNarrow ? `${place}: ${title}` : title}. ${gravity}`);
  return new Marker({ element: link }).setLngLat([center[0], center[1]]).addTo(map);
}

/** Moves each sign to the first side of its place where it is whole and hides none of those before it. */
function settle(map: LiveMap, marks: readonly Marker[]): void {
  const { width, height } = map.getContainer().getBoundingClientRect();
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  for (const one of marks) {
    const { x, y } = map.project(one.getLngLat());
    const { offsetWidth: wide, offsetHeight: high } = one.getElement();
    const [beside, above] = [wide / 2 + 6, high / 2 + 6];
    const sides = [
      [beside, 0],
      [-beside, 0],
      [0, -above],
      [0, above],
      [beside, -above],
      [beside, above],
      [-beside, -above],
      [-beside, above],
      [0, -3 * above],
      [0, 3 * above],
    ] as const;
    const boxes = sides.map(([dx, dy]) => ({
      offset: [dx, dy] as [number, number],
      left: x + dx - wide / 2,
      right: x + dx + wide / 2,
      top: y + dy - high / 2,
      bottom: y + dy + high / 2,
    }));
    const free = boxes.find(
      (box) =>
        box.left > 0 &&
        box.right < width - 40 &&
        box.top > 0 &&
        box.bottom < height &&
        taken.every((t) => box.right < t.left || box.left > t.right || box.bottom < t.top || box.top > t.bottom),
    );
    const chosen = free ?? boxes[0];
    if (chosen) {
      one.setOffset(chosen.offset);
      taken.push(chosen);
    }
  }
}
