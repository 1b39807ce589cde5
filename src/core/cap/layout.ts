/** What stands where in CAP: namespaces, elements, and which are mandatory (the schemas of CAP 1.0, 1.1 and 1.2). */

import type { CapVersion } from './model.ts';

/**
 * The children that CAP defines in an element, and how often they may stand there. A `decisive` one stands once, and
 * two with different words contradict each other. An `unread` one has no place in the model and is kept among the rest.
 */
export type Layout = ReadonlyMap<string, Times>;
type Times = 'once' | 'decisive' | 'repeated' | 'unread';

export const cap12Namespace = 'urn:oasis:names:tc:emergency:cap:1.2';

export const namespaces: ReadonlyMap<string, CapVersion> = new Map([
  [cap12Namespace, '1.2'],
  ['urn:oasis:names:tc:emergency:cap:1.1', '1.1'],
  ['http://www.incident.com/cap/1.0', '1.0'],
]);

const layout = (...groups: readonly (readonly [Times, readonly string[]])[]): Layout =>
  new Map(groups.flatMap(([times, names]) => names.map((name) => [name, times] as const)));

/** Without one of these an alert can't be referred to, ordered or trusted. (CAP 1.0's schema lets scope be absent; we don't.) */
export const mandatoryInAlert = ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'] as const;

export const alertLayout = layout(
  ['decisive', mandatoryInAlert],
  ['once', ['source', 'restriction', 'addresses', 'note', 'references', 'incidents']],
  ['repeated', ['code', 'info']],
);

export const alertLayoutOf = (version: CapVersion): Layout => (version === '1.0' ? alertLayout10 : alertLayout);
const alertLayout10: Layout = new Map([...alertLayout, ...layout(['unread', ['password']])]);

export const mandatoryInInfo = ['event', 'urgency', 'severity', 'certainty'] as const;

export const infoLayout = layout(
  ['once', mandatoryInInfo],
  ['once', ['language', 'audience', 'effective', 'onset', 'expires', 'senderName', 'headline', 'description']],
  ['once', ['instruction', 'web', 'contact']],
  ['repeated', ['category', 'responseType', 'eventCode', 'parameter', 'resource', 'area']],
);

export const resourceLayout = layout(['once', ['resourceDesc', 'mimeType', 'size', 'uri', 'derefUri', 'digest']]);

export const areaLayout = layout(
  ['once', ['areaDesc', 'altitude', 'ceiling']],
  ['repeated', ['polygon', 'circle', 'geocode']],
);

export const namedValueLayout = layout(['once', ['valueName', 'value']]);
