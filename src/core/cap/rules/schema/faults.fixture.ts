/** Alerts for the tests of the schemas, and the faults that are found in one. */
import { Findings } from '../../../finding.ts';
import { openCap } from '../../document.ts';
import { namespaces } from '../../layout.ts';
import type { CapVersion } from '../../model.ts';
import { ruleOf } from '../index.ts';
import { schemaFaults } from './schema.ts';

const namespaceOf = (version: CapVersion): string =>
  [...namespaces].find(([, other]) => other === version)?.[0] ?? 'none';

const prefixes = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const parts = {
  identifier: 'a-1',
  sender: 'desk@hill.example',
  sent: '2024-05-01T10:00:00+03:00',
  status: 'Actual',
  msgType: 'Alert',
  scope: 'Public',
};

/** An alert that is valid in all versions, with `inside` at its end, and with other values for some parts. */
export function alertXml(inside: string, version: CapVersion = '1.2', other: Partial<typeof parts> = {}): string {
  const values = Object.entries({ ...parts, ...other }).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<alert xmlns="${namespaceOf(version)}" ${prefixes}>${values.join('')}${inside}</alert>`;
}

export const infoXml = (inside: string, first = ''): string =>
  `<info>${first}<category>Geo</category><event>Quake</event><urgency>Past</urgency><severity>Minor</severity>` +
  `<certainty>Likely</certainty>${inside}</info>`;

export const areaXml = (inside: string): string => infoXml(`<area><areaDesc>Hill</areaDesc>${inside}</area>`);
export const resourceXml = (inside: string): string =>
  infoXml(`<resource><resourceDesc>Map</resourceDesc><mimeType>image/png</mimeType>${inside}</resource>`);

/** `code path` of each fault, the path from the alert on. */
export function faultsOf(xml: string): string[] {
  const { places, alerts } = openCap(new TextEncoder().encode(xml), new Findings(), null);
  const [found] = alerts;
  if (places === null || !found) throw new Error(`no alert in ${xml}`);
  const faults: string[] = [];
  schemaFaults(found, places, ({ code, where }) => {
    if (ruleOf(code)?.judges !== 'schema') throw new Error(`${code} is no rule of the schema`);
    faults.push(`${code} ${where.path?.slice('/alert'.length)}`);
  });
  return faults;
}
