/** Writes a CAP document for a made-up alert, one element a line, and remembers the line of each. */
import type { CapAlert, CapArea, CapInfo } from '../../src/core/cap/model.ts';
import type { DrawnShape } from '../../src/core/geo/shape.ts';
import { parseInstant } from '../../src/core/time/time.ts';

export const stamp = (text: string) => ({ text, at: parseInstant(text) });

export const polygon = (text: string): { text: string; shape: DrawnShape } => ({
  text,
  shape: {
    kind: 'polygon',
    ring: text.split(' ').map((pair) => {
      const [lat, lon] = pair.split(',').map(Number);
      return { lat: lat ?? 0, lon: lon ?? 0 };
    }),
  },
});

export const circle = (lat: number, lon: number, km: number): { text: string; shape: DrawnShape } => ({
  text: `${lat},${lon} ${km}`,
  shape: { kind: 'circle', center: { lat, lon }, radiusMeters: km * 1000 },
});

export const area = (areaDesc: string, more: Partial<CapArea> = {}): CapArea => ({
  areaDesc,
  polygons: [],
  circles: [],
  geocodes: [],
  altitude: null,
  ceiling: null,
  extra: [],
  ...more,
});

export const info = (more: Partial<CapInfo>): CapInfo => ({
  language: 'en',
  categories: ['Met'],
  event: 'Event',
  responseTypes: [],
  urgency: 'Expected',
  severity: 'Moderate',
  certainty: 'Likely',
  audience: null,
  eventCodes: [],
  effective: null,
  onset: null,
  expires: null,
  senderName: null,
  headline: null,
  description: null,
  instruction: null,
  web: null,
  contact: null,
  parameters: [],
  resources: [],
  areas: [],
  extra: [],
  ...more,
});

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The alert with its document and the place of every element in it. */
export function documented(more: Partial<CapAlert>): { alert: CapAlert; text: string } {
  const bare: CapAlert = {
    version: '1.2',
    identifier: 'id',
    sender: 'sample@met.example',
    sent: stamp('2026-07-28T09:00:00+04:30'),
    status: 'Actual',
    msgType: 'Alert',
    scope: 'Public',
    source: null,
    restriction: null,
    addresses: null,
    codes: [],
    note: null,
    references: [],
    incidents: null,
    infos: [],
    extra: [],
    at: {},
    ...more,
  };
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">'];
  const at: Record<string, { line: number; column: number; start: number; end: number }> = {};
  const put = (depth: number, path: string, name: string, text: string | null): void => {
    if (text === null) return;
    const first = lines.length + 1;
    lines.push(...`${'  '.repeat(depth)}<${name}>${escaped(text)}</${name}>`.split('\n'));
    at[path] = { line: first, column: 1 + 2 * depth, start: 0, end: 0 };
  };
  put(1, 'identifier', 'identifier', bare.identifier);
  put(1, 'sender', 'sender', bare.sender);
  put(1, 'sent', 'sent', bare.sent.text);
  put(1, 'status', 'status', bare.status);
  put(1, 'msgType', 'msgType', bare.msgType);
  put(1, 'scope', 'scope', bare.scope);
  put(1, 'note', 'note', bare.note);
  const refs = bare.references.map((one) => `${one.sender},${one.identifier},${one.sent}`).join(' ');
  put(1, 'references', 'references', refs === '' ? null : refs);
  bare.infos.forEach((one, i) => {
    lines.push('  <info>');
    putInfo(one, `info[${i + 1}]`, put);
    lines.push('  </info>');
  });
  lines.push('</alert>', '');
  return { alert: { ...bare, at }, text: lines.join('\n') };
}

type Put = (depth: number, path: string, name: string, text: string | null) => void;

function putInfo(one: CapInfo, base: string, put: Put): void {
  put(2, `${base}/language`, 'language', one.language);
  one.categories.forEach((text, n) => {
    put(2, `${base}/category[${n + 1}]`, 'category', text);
  });
  put(2, `${base}/event`, 'event', one.event);
  one.responseTypes.forEach((text, n) => {
    put(2, `${base}/responseType[${n + 1}]`, 'responseType', text);
  });
  put(2, `${base}/urgency`, 'urgency', one.urgency);
  put(2, `${base}/severity`, 'severity', one.severity);
  put(2, `${base}/certainty`, 'certainty', one.certainty);
  put(2, `${base}/onset`, 'onset', one.onset?.text ?? null);
  put(2, `${base}/expires`, 'expires', one.expires?.text ?? null);
  put(2, `${base}/senderName`, 'senderName', one.senderName);
  put(2, `${base}/headline`, 'headline', one.headline);
  put(2, `${base}/description`, 'description', one.description);
  put(2, `${base}/instruction`, 'instruction', one.instruction);
  put(2, `${base}/contact`, 'contact', one.contact);
  one.areas.forEach((place, a) => {
    put(3, `${base}/area[${a + 1}]/areaDesc`, 'areaDesc', place.areaDesc);
    place.polygons.forEach(({ text }, n) => {
      put(3, `${base}/area[${a + 1}]/polygon[${n + 1}]`, 'polygon', text);
    });
    place.circles.forEach(({ text }, n) => {
      put(3, `${base}/area[${a + 1}]/circle[${n + 1}]`, 'circle', text);
    });
    place.geocodes.forEach(({ valueName, value }, n) => {
      put(3, `${base}/area[${a + 1}]/geocode[${n + 1}]`, 'geocode', `${valueName} ${value}`);
    });
  });
}
