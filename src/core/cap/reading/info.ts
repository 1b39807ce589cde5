/** The info element of an alert, with its resources and areas. */

import { areaLayout, infoLayout, mandatoryInInfo, resourceLayout } from '../layout.ts';
import {
  type CapArea,
  type CapInfo,
  type CapResource,
  type CapVersion,
  categories,
  certainties,
  responseTypes,
  severities,
  urgencies,
} from '../model.ts';
import type { XmlNode } from '../xml/tree.ts';
import { Container, type Context } from './container.ts';
import { type PointBudget, readCircles, readPolygons } from './shapes.ts';
import { listed, listedAll, readNamedValues, readStamp } from './values.ts';

export function readInfo(
  context: Context,
  node: XmlNode,
  path: string,
  version: CapVersion,
  budget: PointBudget,
): CapInfo {
  const info = new Container(context, node, path, infoLayout);
  if (info.all('category').length === 0 && version !== '1.0') missing(info, 'category');
  const [event = '', urgency = '', severity = '', certainty = ''] = mandatoryInInfo.map((name) => required(info, name));
  const stamp = (name: string) => readStamp(info, name, version);
  return {
    language: info.text('language'),
    categories: listedAll(info, 'category', categories),
    event,
    responseTypes: listedAll(info, 'responseType', responseTypes),
    urgency: listed(info, 'urgency', urgency, urgencies),
    severity: listed(info, 'severity', severity, severities),
    certainty: listed(info, 'certainty', certainty, version === '1.0' ? ['Very Likely', ...certainties] : certainties),
    audience: info.text('audience'),
    eventCodes: readNamedValues(info, 'eventCode', version),
    effective: stamp('effective'),
    onset: stamp('onset'),
    expires: stamp('expires'),
    senderName: info.text('senderName'),
    headline: info.text('headline'),
    description: info.text('description'),
    instruction: info.text('instruction'),
    web: info.text('web'),
    contact: info.text('contact'),
    parameters: readNamedValues(info, 'parameter', version),
    resources: info.all('resource').map((r, i) => readResource(context, r, info.pathOf('resource', i + 1), version)),
    areas: info.all('area').map((a, i) => readArea(context, a, info.pathOf('area', i + 1), version, budget)),
    extra: info.extra,
  };
}

function readResource(context: Context, node: XmlNode, path: string, version: CapVersion): CapResource {
  const resource = new Container(context, node, path, resourceLayout);
  const resourceDesc = required(resource, 'resourceDesc');
  const mimeType = resource.text('mimeType');
  if (mimeType === null && version === '1.2') missing(resource, 'mimeType');
  return {
    resourceDesc,
    mimeType,
    size: resource.text('size'),
    uri: resource.text('uri'),
    derefUri: resource.text('derefUri'),
    digest: resource.text('digest'),
    extra: resource.extra,
  };
}

function readArea(context: Context, node: XmlNode, path: string, version: CapVersion, budget: PointBudget): CapArea {
  const area = new Container(context, node, path, areaLayout);
  return {
    areaDesc: required(area, 'areaDesc'),
    polygons: readPolygons(area, budget),
    circles: readCircles(area),
    geocodes: readNamedValues(area, 'geocode', version),
    altitude: area.text('altitude'),
    ceiling: area.text('ceiling'),
    extra: area.extra,
  };
}

/** Empty when it is missing, with a finding. */
function required(holder: Container, name: string): string {
  const value = holder.text(name);
  if (value === null) missing(holder, name);
  return value ?? '';
}

const missing = (holder: Container, name: string): void =>
  holder.missing(
    name,
    `<${holder.node.local}> has no <${name}>, which CAP asks for; it stays empty. Look at the original.`,
  );
