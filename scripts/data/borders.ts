/**
 * Makes assets/map/borders.json: the outlines of countries, from Natural Earth 1:50m (public domain) as the package world-atlas has them.
 * Lines are thinned to what a map of a country can show, neighbours keep sharing theirs. Run by `npm run data`; the result is committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Corner = readonly [number, number];
interface Shape {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
}
interface Atlas {
  readonly transform: { readonly scale: Corner; readonly translate: Corner };
  readonly arcs: readonly (readonly Corner[])[];
  readonly objects: { readonly countries: { readonly geometries: readonly Shape[] } };
}

const root = join(import.meta.dirname, '..', '..');
const most = 400_000;
/** Corners nearer than this to the line without them are left out, in degrees: about two kilometres. */
const tolerance = 0.022;
/** Steps of the grid, in degrees. */
const grid = 0.01;

/** Names of Natural Earth that English of today writes otherwise, and places without an entry of their own in ISO 3166-1 (empty). */
const codes: Readonly<Record<string, string>> = {
  'Antigua and Barb.': 'AG',
  'Bosnia and Herz.': 'BA',
  'Br. Indian Ocean Ter.': 'IO',
  'British Virgin Is.': 'VG',
  'Cabo Verde': 'CV',
  'Cayman Is.': 'KY',
  'Central African Rep.': 'CF',
  Congo: 'CG',
  'Cook Is.': 'CK',
  Czechia: 'CZ',
  "Côte d'Ivoire": 'CI',
  'Dem. Rep. Congo': 'CD',
  'Dominican Rep.': 'DO',
  'Eq. Guinea': 'GQ',
  'Faeroe Is.': 'FO',
  'Falkland Is.': 'FK',
  'Fr. Polynesia': 'PF',
  'Fr. S. Antarctic Lands': 'TF',
  'Heard I. and McDonald Is.': 'HM',
  'Hong Kong': 'HK',
  Macao: 'MO',
  Macedonia: 'MK',
  'Marshall Is.': 'MH',
  Myanmar: 'MM',
  'N. Cyprus': '',
  'N. Mariana Is.': 'MP',
  Palestine: 'PS',
  'Pitcairn Is.': 'PN',
  'S. Geo. and the Is.': 'GS',
  'S. Sudan': 'SS',
  'Saint Helena': 'SH',
  'Solomon Is.': 'SB',
  'St-Barthélemy': 'BL',
  'St-Martin': 'MF',
  'St. Kitts and Nevis': 'KN',
  'St. Pierre and Miquelon': 'PM',
  'St. Vin. and Gren.': 'VC',
  'Saint Lucia': 'LC',
  'São Tomé and Principe': 'ST',
  Turkey: 'TR',
  'Turks and Caicos Is.': 'TC',
  'U.S. Virgin Is.': 'VI',
  'United States of America': 'US',
  Vatican: 'VA',
  'W. Sahara': 'EH',
  'Wallis and Futuna Is.': 'WF',
  eSwatini: 'SZ',
  Åland: 'AX',
  Antarctica: 'AQ',
  'Ashmore and Cartier Is.': '',
  'Indian Ocean Ter.': '',
  Kosovo: 'XK',
  'Siachen Glacier': '',
  Somaliland: '',
};

function codeOf(name: string, byName: ReadonlyMap<string, string>): string {
  const code = codes[name] ?? byName.get(name);
  if (code === undefined) throw new Error(`No code for “${name}”: add it to the list of names`);
  return code;
}

function namesOfCodes(): Map<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return new Map(
    letters.flatMap((a) =>
      letters.flatMap((b) => {
        const name = names.of(a + b);
        // A code that was given up for another (SU, YU) has the name of the other.
        const current = Intl.getCanonicalLocales(`und-${a + b}`)[0] === `und-${a + b}`;
        return name === undefined || !current ? [] : [[name.replaceAll('&', 'and'), a + b] as const];
      }),
    ),
  );
}

const distance = ([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
};

/** Ramer, Douglas and Peucker: the ends stay, so that neighbours still meet. */
function thinned(line: readonly Corner[]): readonly Corner[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  // A ring of one line has its two ends in one place: it is thinned in two halves.
  if (first[0] === last[0] && first[1] === last[1]) {
    const half = line.length >> 1;
    return [...open(line.slice(0, half + 1)), ...open(line.slice(half)).slice(1)];
  }
  return open(line);
}
function open(line: readonly Corner[]): readonly Corner[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let [far, index] = [0, 0];
  line.forEach((point, n) => {
    const away = distance(point, first, last);
    if (away > far) [far, index] = [away, n];
  });
  return far <= tolerance ? [first, last] : [...open(line.slice(0, index + 1)), ...open(line.slice(index)).slice(1)];
}

const { transform, arcs, objects } = JSON.parse(
  readFileSync(join(root, 'node_modules/world-atlas/countries-50m.json'), 'utf8'),
) as Atlas;

const lines = arcs.map((steps) => {
  let [x, y] = [0, 0];
  const line = steps.map(([dx, dy]): Corner => {
    x += dx;
    y += dy;
    return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
  });
  return thinned(line).map(([lon, lat]): Corner => [Math.round((lon + 180) / grid), Math.round((lat + 90) / grid)]);
});

const stepsOf = (line: readonly Corner[]): Corner[] => {
  const steps: Corner[] = [];
  let before: Corner | null = null;
  line.forEach((point, n) => {
    const step: Corner = before === null ? point : [point[0] - before[0], point[1] - before[1]];
    const still = before !== null && step[0] === 0 && step[1] === 0;
    if (!still || n === line.length - 1) steps.push(step);
    before = point;
  });
  return steps;
};

const byName = namesOfCodes();
const full = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const geometries = objects.countries.geometries.map(({ type, properties: { name }, arcs: own }) => {
  const code = codeOf(name, byName);
  const title = (code === '' ? undefined : full.of(code)) ?? name;
  return { type: 'MultiPolygon', properties: { code, name: title }, arcs: type === 'Polygon' ? [own] : own };
});

const text = JSON.stringify({
  type: 'Topology',
  attribution: 'Borders: Natural Earth.',
  license: 'Public domain (Natural Earth, 1:50m Admin 0, naturalearthdata.com), thinned.',
  transform: { scale: [grid, grid], translate: [-180, -90] },
  objects: { countries: { type: 'GeometryCollection', geometries } },
  arcs: lines.map(stepsOf),
});
if (text.length > most) throw new Error(`${text.length} bytes are more than ${most}`);
writeFileSync(join(root, 'assets/map/borders.json'), `${text}\n`);
console.log(`assets/map/borders.json: ${geometries.length} countries, ${Math.round(text.length / 1024)} KiB`);
