/** An operator's GeoJSON file as the shapes of one scheme: which property holds the code is found out, or stated. */
import { type Finding, Findings } from '../../finding.ts';
import { readGeoJson } from '../geojson.ts';
import type { MultiPolygon, Polygon } from '../shape.ts';
import { folded, schemeKey, schemeOf } from './schemes.ts';

export interface GeocodeEntry {
  /** In capitals, as geocodes are looked up. */
  readonly code: string;
  readonly name: string;
  readonly shape: MultiPolygon;
}

export interface GeocodeFile {
  readonly entries: readonly GeocodeEntry[];
  /** The property the codes were read from; null when none was found. */
  readonly property: string | null;
  /** `where.path` is `/features/N`, counted from 1 as in the sentence. An error of one feature leaves the others usable. */
  readonly findings: readonly Finding[];
}

type Properties = Readonly<Record<string, unknown>>;

interface Feature {
  readonly number: number;
  readonly properties: Properties;
  readonly geometry: unknown;
}

/**
 * `property` is the name of the one that holds the code; without it, that which the scheme's files have. A code of several features is
 * all of them, and is left out when one of them is no shape: the rest would be less than the code says. Never throws.
 */
export function readGeocodeFile(scheme: string, bytes: Uint8Array, property?: string): GeocodeFile {
  const findings = new Findings();
  const features = featuresOf(bytes, findings);
  const own = property ?? propertyOf(scheme, features);
  if (own === null) {
    if (features.length > 0) findings.add('error', 'geocodes.no-property', whichProperty(scheme, features));
    return { entries: [], property: null, findings: findings.list() };
  }
  const entries = new Map<string, { name: string; polygons: Polygon[] }>();
  const lost = new Map<string, number>();
  for (const feature of features) {
    const code = codeOf(feature.properties[own], own, scheme);
    const polygons = isCode(code, scheme, feature.number, findings) ? polygonsOf(feature, own, code, findings) : null;
    if (polygons === null) {
      if (code !== '' && code.length <= mostInCode) lost.set(code, feature.number);
      continue;
    }
    const known = entries.get(code);
    if (known) for (const polygon of polygons) known.polygons.push(polygon);
    else entries.set(code, { name: nameOf(feature, findings) ?? code, polygons: [...polygons] });
  }
  for (const [code, number] of lost)
    if (entries.delete(code))
      refuse(findings, 'geocodes.incomplete', number, `is a part of ${code}, which was left out whole for want of it`);
  return {
    entries: [...entries].map(([code, { name, polygons }]) => ({
      code,
      name,
      shape: { kind: 'multipolygon', polygons },
    })),
    property: own,
    findings: findings.list(),
  };
}

function featuresOf(bytes: Uint8Array, findings: Findings): Feature[] {
  const content = parsed(bytes);
  if (!isRecord(content) || !(content['type'] === 'FeatureCollection' || content['type'] === 'Feature')) {
    findings.add(
      'error',
      'geocodes.not-geojson',
      'The file is no GeoJSON with features (RFC 7946); save the shapes as that.',
    );
    return [];
  }
  if (hasOtherGrid(content['crs']))
    findings.add(
      'error',
      'geocodes.projected',
      'The file says its coordinates are not longitude and latitude on WGS84; save it in EPSG:4326.',
    );
  if (findings.list().length > 0) return [];
  const list = content['type'] === 'Feature' ? [content] : content['features'];
  const features = (Array.isArray(list) ? list : []).flatMap((each: unknown, i): Feature[] => {
    if (isRecord(each) && each['type'] === 'Feature')
      return [
        { number: i + 1, properties: isRecord(each['properties']) ? withId(each) : {}, geometry: each['geometry'] },
      ];
    refuse(findings, 'geocodes.not-a-feature', i + 1, 'is not a GeoJSON feature and was left out');
    return [];
  });
  if (features.length === 0 && findings.list().length === 0)
    findings.add('error', 'geocodes.empty', 'The file holds no features, so there is nothing to import.');
  return features;
}

const withId = (feature: Properties): Properties => ({ id: feature['id'], ...(feature['properties'] as Properties) });

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** The member that GeoJSON had before RFC 7946; WGS84 by any of its names is as meant. */
function hasOtherGrid(crs: unknown): boolean {
  if (!isRecord(crs) || !isRecord(crs['properties'])) return false;
  const { name, href, code } = crs['properties'];
  const [said] = [name, href, code].filter((each) => typeof each === 'string' || typeof each === 'number');
  return (
    said !== undefined && !/CRS:?84|^4326$|EPSG:{1,2}4326$|EPSG:[\d.]*:4326$|epsg\/(0\/)?4326\/?/i.test(String(said))
  );
}

/** That which is known for the scheme or is called like it, in that order, and is in some feature. */
function propertyOf(scheme: string, features: readonly Feature[]): string | null {
  const known = [...(schemeOf(scheme)?.properties ?? []), folded(scheme)];
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  for (const wanted of known) {
    const name = names.find((each) => folded(each) === wanted);
    if (name !== undefined) return name;
  }
  return null;
}

function whichProperty(scheme: string, features: readonly Feature[]): string {
  const names = [...new Set(features.slice(0, 50).flatMap(({ properties }) => Object.keys(properties)))];
  const list = names.slice(0, 20).join(', ') || 'they have none';
  return `No property of the features is known to hold codes of ${scheme}; say which of them does: ${list}.`;
}

/** null, with a finding, for a feature that can't be used. */
function polygonsOf(
  { number, geometry }: Feature,
  property: string,
  code: string,
  findings: Findings,
): readonly Polygon[] | null {
  if (code === '') {
    refuse(findings, 'geocodes.no-code', number, `has no code in “${property}” and was left out`);
    return null;
  }
  const { shape, why } = readGeoJson(geometry);
  if (shape === null) {
    refuse(findings, 'geocodes.bad-shape', number, `(${code}) was left out. ${why}`);
    return null;
  }
  if (shape.kind === 'point') {
    refuse(findings, 'geocodes.point', number, `(${code}) is a point, which covers nobody, and was left out`);
    return null;
  }
  return shape.kind === 'polygon' ? [shape] : shape.polygons;
}

/** Files of NWS forecast zones write `TX123` for zone `TXZ123`; the Census writes a county as `48201`, where SAME has `048201`. */
function codeOf(value: unknown, property: string, scheme: string): string {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim().toUpperCase() : '';
  const key = schemeKey(scheme);
  if (key === 'UGC' && folded(property) === 'STATEZONE') return text.replace(/^([A-Z]{2})(\d{3})$/, '$1Z$2');
  // As a number it has lost the zero it begins with.
  const county = typeof value === 'number' && /^(SAME|FIPS)$/.test(key) ? text.padStart(5, '0') : text;
  return key === 'SAME' && /^\d{5}$/.test(county) ? `0${county}` : county;
}

const [mostInCode, mostInName] = [100, 200];

/** An empty one is said of where its shape is. */
function isCode(code: string, scheme: string, number: number, findings: Findings): boolean {
  const why =
    code.length > mostInCode
      ? `has a code of ${code.length} characters, longer than any is`
      : /[\p{Cc}\p{Cs}]/u.test(code)
        ? 'has a code with characters in it that can’t be written'
        : schemeKey(scheme) === 'SAME' && code !== '' && !/^\d{6}$/.test(code)
          ? `(${code}) has no code of SAME, which has six digits`
          : null;
  if (why !== null) refuse(findings, 'geocodes.bad-code', number, `${why}, and was left out`);
  return why === null;
}

const nameProperties = [
  'NAMELATN',
  'NUTSNAME',
  'NAMEENGL',
  'NAMEEN',
  'NAME',
  'SHAPENAME',
  'REGIONNAME',
  'AREADESC',
  'NAZEV',
];

/** On one line, and no longer than a line. */
function nameOf({ number, properties }: Feature, findings: Findings): string | null {
  const byName = new Map(Object.entries(properties).map(([name, value]) => [folded(name), value]));
  for (const name of nameProperties) {
    const value = byName.get(name);
    const text =
      typeof value === 'string'
        ? value
            .replace(/[\s\p{Cc}]+/gu, ' ')
            .trim()
            .toWellFormed()
        : '';
    if (text === '') continue;
    if (text.length <= mostInName) return text;
    const message = `The name of feature ${number} was cut: it has ${text.length} characters.`;
    findings.add('warning', 'geocodes.long-name', message, { path: `/features/${number}` });
    return text.slice(0, mostInName).toWellFormed();
  }
  return null;
}

function refuse(findings: Findings, code: string, number: number, what: string): void {
  const sentence = `Feature ${number} ${what}`;
  const message = sentence.endsWith('.') ? sentence : `${sentence}.`;
  findings.add('error', code, message, { path: `/features/${number}` });
}

const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
