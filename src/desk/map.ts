/**
 * The map that moves, over the drawn one. Land and borders, the situations of the page's own moment; nothing is fetched from anywhere but
 * this desk. Signs are links in the page, so that they are reached by keyboard and read aloud; the drawn map stays for print.
 */
import type { FeatureCollection, Geometry } from 'geojson';
import {
  AttributionControl,
  Map as LiveMap,
  LngLatBounds,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';

/** What `situations.geojson` says of each feature. */
interface Marked {
  readonly title: string;
  readonly href: string;
  /** `4`, `3` … or `–` when none is stated. */
  readonly sign: string;
  readonly ours: boolean;
  readonly center: readonly [lon: number, lat: number];
}

type Shapes = FeatureCollection<Geometry, Marked>;

/** `data-situations` and `data-borders` of the figure name what to draw. Whatever fails leaves the drawn map standing. */
export async function addMap(figure: HTMLElement): Promise<void> {
  const drawn = figure.querySelector('svg');
  const { situations, borders } = figure.dataset;
  if (!drawn || situations === undefined || borders === undefined) return;
  const [shapes, land] = await Promise.all([json<Shapes>(situations), json<FeatureCollection>(borders)]);
  if (!shapes || !land || shapes.features.length === 0) return;
  setWorkerUrl(workerUrl);
  const frame = document.createElement('div');
  frame.className = 'livemap';
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', 'Map');
  drawn.after(frame);
  const map = new LiveMap({
    container: frame,
    bounds: boundsOf(shapes),
    fitBoundsOptions: { padding: 48, maxZoom: 12 },
    attributionControl: false,
    style: {
      version: 8,
      sources: { land: { type: 'geojson', data: land }, situations: { type: 'geojson', data: shapes } },
      layers: layersOf(getComputedStyle(figure)),
    },
    dragRotate: false,
    cooperativeGestures: true,
  });
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
  map.addControl(new AttributionControl({ compact: false, customAttribution: 'Borders: Natural Earth' }));
  for (const { properties } of shapes.features) mark(map, properties);
  map.once('load', () => {
    drawn.classList.add('print-only');
    figure.dataset['live'] = 'yes';
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    map.setStyle({ ...map.getStyle(), layers: layersOf(getComputedStyle(figure)) });
  });
}

async function json<T>(path: string): Promise<T | null> {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? ((await answer.json()) as T) : null;
}

function boundsOf({ features }: Shapes): LngLatBounds {
  const bounds = new LngLatBounds();
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === 'number') bounds.extend(value as [number, number]);
    else for (const member of value) walk(member);
  };
  for (const { geometry, properties } of features) {
    if ('coordinates' in geometry) walk(geometry.coordinates);
    bounds.extend(properties.center as [number, number]);
  }
  return bounds;
}

const layersOf = (style: CSSStyleDeclaration): import('maplibre-gl').LayerSpecification[] => {
  const color = (name: string): string => style.getPropertyValue(name).trim();
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': color('--sunk') } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': color('--paper') } },
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

function mark(map: LiveMap, { title, href, sign, center }: Marked): void {
  const link = document.createElement('a');
  link.href = href;
  link.className = 'livemark';
  link.dataset['sign'] = sign;
  const number = document.createElement('b');
  number.textContent = sign;
  link.append(number, ` ${title}`);
  new Marker({ element: link, anchor: 'left' }).setLngLat([center[0], center[1]]).addTo(map);
}
