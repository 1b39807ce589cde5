/** What stands where in CAP: namespaces, elements, and which are mandatory (the schemas of CAP 1.0, 1.1 and 1.2). */
import type { Layout } from './container.ts';
import type { CapVersion } from './model.ts';

export const cap12Namespace = 'urn:oasis:names:tc:emergency:cap:1.2';

export const namespaces: ReadonlyMap<string, CapVersion> = new Map([
  [cap12Namespace, '1.2'],
  ['urn:oasis:names:tc:emergency:cap:1.1', '1.1'],
  ['http://www.incident.com/cap/1.0', '1.0'],
]);

/** Without one of these an alert can't be referred to, ordered or trusted. (CAP 1.0's schema lets scope be absent; we don't.) */
export const mandatoryInAlert = ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'] as const;

export const alertLayout: Layout = {
  once: [...mandatoryInAlert, 'source', 'restriction', 'addresses', 'note', 'references', 'incidents'],
  repeated: ['code', 'info'],
  decisive: mandatoryInAlert,
};

export const mandatoryInInfo = ['event', 'urgency', 'severity', 'certainty'] as const;

export const infoLayout: Layout = {
  once: [
    ...mandatoryInInfo,
    'language',
    'audience',
    'effective',
    'onset',
    'expires',
    'senderName',
    'headline',
    'description',
    'instruction',
    'web',
    'contact',
  ],
  repeated: ['category', 'responseType', 'eventCode', 'parameter', 'resource', 'area'],
};

export const resourceLayout: Layout = {
  once: ['resourceDesc', 'mimeType', 'size', 'uri', 'derefUri', 'digest'],
  repeated: [],
};

export const areaLayout: Layout = {
  once: ['areaDesc', 'altitude', 'ceiling'],
  repeated: ['polygon', 'circle', 'geocode'],
};

export const namedValueLayout: Layout = { once: ['valueName', 'value'], repeated: [] };
