/** The divisions of countries as Natural Earth has them: outlines, names, and where a name stands. */
import { admin1, text } from '../divisions/admin1.ts';
import type { Corner } from './arcs.ts';
import { divisionNames, type Names } from './names.ts';

export interface Division {
  /** ISO 3166-1 alpha-2 of its country. */
  readonly country: string;
  /** Natural Earth's code of who holds it; within one country there may be several. */
  readonly unit: string;
  /** Of ISO 3166-2 as it is now; null where none is certain. */
  readonly code: string | null;
  /** Name of its country in English. */
  readonly admin: string;
  readonly names: Names;
  readonly at: Corner;
  readonly rings: readonly (readonly Corner[])[];
}

export function divisions(): Division[] {
  return admin1().map(({ code, names, properties, polygons }) => ({
    country: text(properties, 'iso_a2'),
    unit: text(properties, 'adm0_a3'),
    code,
    admin: text(properties, 'admin'),
    names: divisionNames(names),
    at: [Number(properties['longitude']), Number(properties['latitude'])],
    rings: polygons.flat(),
  }));
}
