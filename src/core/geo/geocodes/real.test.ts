/**
 * Every area of real alerts, from files that lie beside the repository in ../shared/data and are not part of it: drawn, resolved, or
 * unresolved under the name of its scheme. The tests skip, and say so, where the files are absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { divisions } from '../../../../test/divisions.ts';
import { readCap } from '../../cap/read.ts';
import { parsePolygon } from '../parse.ts';
import type { Around } from './doubt.ts';
import { type Geocode, geocodedArea, openGeocodes } from './geocodes.ts';

const root = '../shared/data';
const present = existsSync(root);
const why = present ? '' : ' (skipped: ../shared/data is not here)';
const geocodes = openGeocodes(divisions);

type Area = Parameters<typeof geocodedArea>[0] & Around;

/** What becomes of areas, counted, and for each scheme what becomes of its codes where nothing is drawn. */
function tally(areas: readonly Area[]): Record<string, number> {
  const counts: Record<string, number> = { areas: areas.length };
  const count = (key: string): void => {
    counts[key] = (counts[key] ?? 0) + 1;
  };
  for (const area of areas) {
    const found = geocodedArea(area, geocodes, area);
    if (found === null) {
      count('drawn');
      continue;
    }
    const { resolved, unresolved, setAside } = found;
    const isWhole = resolved.length > 0 && unresolved.length === 0;
    const isNothing = resolved.length + unresolved.length + setAside.length === 0;
    count(
      isNothing
        ? 'named in words only'
        : isWhole
          ? 'resolved'
          : resolved.length > 0
            ? 'resolved in part'
            : 'unresolved',
    );
    for (const each of resolved) count(`${each.scheme}: resolved`);
    for (const each of setAside) count(`${each.scheme}: set aside`);
    for (const each of unresolved) {
      expect(each.why).toMatch(/^[\p{L}\p{N}“].*\.$/u);
      count(`${each.scheme ?? 'unknown'}: unresolved`);
    }
  }
  return counts;
}

function areasIn(folder: string): Area[] {
  const files = readdirSync(join(root, folder)).filter((file) => /\.(xml|cap|atom|rss|edxlde)$/.test(file));
  return files.flatMap((file) => {
    const { alerts } = readCap(new Uint8Array(readFileSync(join(root, folder, file))));
    return alerts.flatMap(({ infos, codes, unread = [] }) =>
      infos.flatMap(({ areas }, i) =>
        areas.map((area, a) => ({ ...area, codes, unread, path: `info[${i + 1}]/area[${a + 1}]` })),
      ),
    );
  });
}

interface NwsFeature {
  readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[] } | null;
  readonly properties: { readonly geocode: Readonly<Record<string, readonly string[]>> };
}

/** The areas of the API's own JSON, which is not CAP: one geometry for all, or lists of codes by scheme. */
function nwsAreas(): Area[] {
  const text = readFileSync(join(root, 'feeds/nws/alerts-2023.json'), 'utf8');
  const { features } = JSON.parse(text) as { features: readonly NwsFeature[] };
  return features.map(({ geometry, properties }) => ({
    polygons: (geometry?.coordinates ?? []).map((ring) => ({
      shape: { kind: 'polygon', ring: ring.map(([lon, lat]) => ({ lat, lon })) },
    })),
    circles: [],
    geocodes: Object.entries(properties.geocode).flatMap(([valueName, values]) =>
      values.map((value) => ({ valueName, value })),
    ),
  }));
}

/** MeteoAlarm's index puts geocodes into its entries, beside links to the alerts. */
function meteoalarmEntries(file: string): Area[] {
  const entries = readFileSync(join(root, 'feeds/meteoalarm', file), 'utf8')
    .split('<entry>')
    .slice(1);
  const pattern = /<valueName>(?<valueName>.*?)<\/valueName>\s*<value>(?<value>.*?)<\/value>/gs;
  return entries.map((entry) => ({
    polygons: [...entry.matchAll(/<cap:polygon>(.*?)<\/cap:polygon>/gs)].map(([, words = '']) => ({
      shape: parsePolygon(words).shape,
    })),
    circles: [],
    geocodes: [...entry.matchAll(pattern)].map(({ groups }) => ({
      valueName: '',
      value: '',
      ...(groups as Partial<Geocode>),
    })),
  }));
}

describe.skipIf(!present)(`areas of real alerts${why}`, () => {
  test('alerts of many services', () => {
    expect(tally(areasIn('cap/alerts'))).toEqual({
      areas: 637,
      drawn: 181,
      resolved: 5,
      'resolved in part': 3,
      unresolved: 399,
      'named in words only': 49,
      'AMOC-AreaCode: unresolved': 6,
      'CISORP: unresolved': 10,
      'CPEAS: unresolved': 2,
      'EMMA_ID: unresolved': 10,
      'ISO 3166-1: set aside': 1,
      'ISO 3166-2: unresolved': 11,
      'NUTS: unresolved': 4,
      'SAME: resolved': 6,
      'SAME: set aside': 2,
      'SAME: unresolved': 16,
      'UGC: resolved': 2,
      'UGC: unresolved': 512,
      'WARNCELLID: unresolved': 71,
    });
  });

  test('feeds', () => {
    expect(tally(areasIn('cap/feeds'))).toEqual({
      areas: 21,
      drawn: 4,
      resolved: 1,
      'resolved in part': 1,
      unresolved: 14,
      'named in words only': 1,
      'ISO 3166-2: unresolved': 14,
      'SAME: resolved': 2,
      'UGC: unresolved': 1,
    });
  });

  test('MeteoAlarm', () => {
    expect(tally(areasIn('feeds/meteoalarm'))).toEqual({
      areas: 11,
      drawn: 1,
      unresolved: 10,
      'EMMA_ID: unresolved': 10,
    });
    expect(tally(meteoalarmEntries('ireland_sample.xml'))).toEqual({
      areas: 232,
      drawn: 72,
      unresolved: 160,
      'FIPS: unresolved': 160,
    });
    expect(tally(meteoalarmEntries('uk_sample.xml'))).toEqual({
      areas: 25,
      unresolved: 25,
      'EMMA_ID: unresolved': 25,
    });
  });

  test('codes of drawn areas too: each is known or its scheme is named', () => {
    const areas = ['cap/alerts', 'cap/feeds', 'feeds/meteoalarm'].flatMap(areasIn);
    const kinds = new Map<string, number>();
    for (const geocode of areas.flatMap((area) => area.geocodes))
      for (const { scheme, kind } of geocodes.resolve(geocode)) {
        const key = `${scheme ?? geocode.valueName}: ${kind}`;
        kinds.set(key, (kinds.get(key) ?? 0) + 1);
      }
    expect(Object.fromEntries(kinds)).toEqual({
      'AMOC-AreaCode: unresolved': 6,
      'CAP-CP Location: unresolved': 309,
      'CISORP: unresolved': 10,
      'CLC: unresolved': 48,
      'CPEAS: unresolved': 2,
      'EMMA_ID: unresolved': 20,
      'FIPS: unresolved': 26,
      'Forecast Region: unresolved': 1,
      'ISO 3166-1: resolved': 2,
      'ISO 3166-2: resolved': 27,
      'NUTS: unresolved': 4,
      'SAME: resolved': 19,
      'SAME: unresolved': 16,
      'Spásvæði: unresolved': 1,
      'TargetAreaCode: unresolved': 3,
      'UGC: resolved': 2,
      'UGC: unresolved': 516,
      'WARNCELLID: unresolved': 71,
      'postcode: unresolved': 1,
    });
  });

  test('the National Weather Service', () => {
    expect(tally(nwsAreas())).toEqual({
      areas: 8,
      drawn: 3,
      resolved: 1,
      'resolved in part': 4,
      'SAME: resolved': 16,
      'SAME: set aside': 1,
      'UGC: resolved': 1,
      'UGC: unresolved': 17,
    });
  });
});
