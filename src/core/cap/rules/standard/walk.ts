/** How rules go over an alert: each info, resource or area once. Paths are made only where something is found. */
import type { CapArea, CapInfo, CapResource, NamedValue, Said } from '../../model.ts';
import type { Aids, Find, Rule } from '../rule.ts';

type Check = NonNullable<Rule['check']>;

const below = (holder: string, path: string): string => (path === '' ? holder : `${holder}/${path}`);

/** What `check` finds counts its path from the info. */
export const inInfos =
  (check: (info: CapInfo, find: Find, alert: Said) => void): Check =>
  (alert, find) => {
    let number = 0;
    const findHere: Find = (path, message) => find(below(`info[${number}]`, path), message);
    for (const info of alert.infos) {
      number++;
      check(info, findHere, alert);
    }
  };

const inParts =
  <Part>(
    name: 'resource' | 'area',
    partsOf: (info: CapInfo) => readonly Part[],
    check: (part: Part, find: Find, aids: Aids) => void,
  ): Check =>
  (alert, find, aids) => {
    let [info, number] = [0, 0];
    const findHere: Find = (path, message) => find(below(`info[${info}]/${name}[${number}]`, path), message);
    for (const each of alert.infos) {
      info++;
      number = 0;
      for (const part of partsOf(each)) {
        number++;
        check(part, findHere, aids);
      }
    }
  };

/** The same, from the resource. */
export const inResources = (check: (resource: CapResource, find: Find, aids: Aids) => void): Check =>
  inParts('resource', ({ resources }) => resources, check);

/** The same, from the area. */
export const inAreas = (check: (area: CapArea, find: Find, aids: Aids) => void): Check =>
  inParts('area', ({ areas }) => areas, check);

export type NamedValueName = 'eventCode' | 'parameter' | 'geocode';

/** The element of a pair. */
export interface PairOf {
  readonly name: NamedValueName;
  /** Whether the pair has an element of that name, be it empty. CAP 1.0 writes both parts in one. */
  readonly has: (part: 'valueName' | 'value') => boolean;
}

/** Event codes, parameters and geocodes; what `check` finds counts its path from the pair. */
export const inNamedValues =
  (check: (pair: NamedValue, find: Find, of: PairOf) => void): Check =>
  (alert, find, { placeOf }) => {
    let [info, area, number] = [0, 0, 0];
    let name: NamedValueName = 'eventCode';
    const pathOf = (): string => `info[${info}]/${area === 0 ? '' : `area[${area}]/`}${name}[${number}]`;
    const findHere: Find = (path, message) => find(below(pathOf(), path), message);
    const has: PairOf['has'] = (part) => alert.version === '1.0' || placeOf(`${pathOf()}/${part}`) !== undefined;
    const visit = (pairs: readonly NamedValue[], of: NamedValueName): void => {
      if (pairs.length === 0) return;
      const pairOf: PairOf = { name: of, has };
      name = of;
      number = 0;
      for (const pair of pairs) {
        number++;
        check(pair, findHere, pairOf);
      }
    };
    for (const each of alert.infos) {
      info++;
      area = 0;
      visit(each.eventCodes, 'eventCode');
      visit(each.parameters, 'parameter');
      for (const { geocodes } of each.areas) {
        area++;
        visit(geocodes, 'geocode');
      }
    }
  };
