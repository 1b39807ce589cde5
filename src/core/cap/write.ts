/**
 * An alert to CAP 1.2: one canonical form, UTF-8, elements in the order of the schema, two spaces of indent. An alert that nobody
 * changed can be had as it stood.
 */
import { type Finding, Findings } from '../finding.ts';
import { cap12Namespace } from './layout.ts';
import type { CapAlert, CapArea, CapInfo, CapResource } from './model.ts';
import type { CapReading } from './read.ts';
import { readCap } from './read.ts';
import { asCap12 } from './writing/form.ts';
import { Writer } from './writing/markup.ts';
import { decodeXml } from './xml/decode.ts';
import { Places } from './xml/places.ts';
import { maxNodes, parseXml } from './xml/tree.ts';

export interface WriteOptions {
  /**
   * The reading that the alert is from. If it is one of that reading's own objects, and its element stands there whole, the text of
   * that element is given as it is, without an XML declaration: a signature holds over nothing else. To be sent as UTF-8.
   */
  readonly unchanged?: CapReading;
  /** Is told of what could not be written as it stands. Codes begin with `cap.write.`; places are those of the alert's source, where it has one. */
  readonly find?: (finding: Finding) => void;
}

/**
 * The document as text. Of an alert that reading found no error in it is valid by the schema of CAP 1.2 and breaks no rule of the
 * standard that the alert did not break before, with one exception: a reference of CAP 1.0 does not say when its alert was sent, which
 * 1.2 wants; it is kept as it stands, and `find` is told with an error. Writing what was read gives the same text. Values stand as
 * they are, except:
 *
 * - times, also those in references, take the one form of 1.2: `Z` becomes `-00:00`, a part of a second is cut off;
 * - coordinates lose white space around commas, exponents and needless signs and zeros, heights lose exponents; base64 and the schema's
 *   own words lose white space;
 * - “Very Likely” of 1.0 is written Likely, as 1.1 has it; a category that 1.0 left out is Other, a type of content that 1.0 and 1.1
 *   left out is application/octet-stream, which say that nobody said; a language that is no tag is `und`, underscores become hyphens;
 * - what the schema has no place for is left out: extensions other than signatures, attributes, text among elements and elements among
 *   words, heights and sizes that are no numbers, addresses that are none. `find` is told each time, and of a signature, which does not
 *   hold over what is written here. It is not told of what says nothing about the alert: comments, instructions, attributes of XML
 *   Schema's own, optional elements that are empty.
 *
 * References that name no alert stand behind the others, as they are.
 * Characters that XML 1.0 can't hold become U+FFFD. What is larger than reading takes (16 MiB, 250,000 elements and attributes) is
 * written whole, and `find` is told, with an error: readers will refuse all of it.
 */
export function writeCap(alert: CapAlert, { unchanged, find }: WriteOptions = {}): string {
  const asItStood = unchanged ? textOf(alert, unchanged) : null;
  if (asItStood !== null) return asItStood;
  const out = new Writer();
  out.line('<?xml version="1.0" encoding="UTF-8"?>');
  out.block(`alert xmlns="${cap12Namespace}"`, () => writeAlert(out, asCap12(alert, find ?? (() => {}))));
  const text = out.document();
  if (find && !canBeRead(text))
    find({ severity: 'error', code: 'cap.write.too-large', message: tooLarge, where: { path: '/alert' } });
  return text;
}

const tooLarge =
  'The alert is written whole, and is too large for `read`, and maybe for others. Make several alerts of it.';

/** An element takes at least four characters, an attribute more: shorter texts need no look. */
function canBeRead(text: string): boolean {
  if (text.length < 4 * maxNodes) return true;
  const faults = new Findings();
  const decoded = decodeXml(new TextEncoder().encode(text), faults);
  return decoded !== null && parseXml(new Places(decoded), faults) !== null;
}

/** null when the alert is not the reading's own, or its element can't stand alone. */
function textOf(alert: CapAlert, { text, alerts }: CapReading): string | null {
  const at = alert.at[''];
  if (text === null || at === undefined || !alerts.includes(alert)) return null;
  const own = text.slice(at.start, at.end);
  return standsAlone(own, alert) ? own : null;
}

/**
 * Whether an element, as a document of its own, says what `alert` says: not where prefixes are declared around it, or where it stands
 * escaped. `means` is the alert as it is written, for whoever asks of several elements.
 */
export function standsAlone(element: string, alert: CapAlert, means: string = writeCap(alert)): boolean {
  const [again, ...more] = readCap(new TextEncoder().encode(element)).alerts;
  return again !== undefined && more.length === 0 && again.version === alert.version && writeCap(again) === means;
}

function writeAlert(out: Writer, alert: CapAlert): void {
  out.text('identifier', alert.identifier);
  out.text('sender', alert.sender);
  out.stamp('sent', alert.sent);
  out.text('status', alert.status);
  out.text('msgType', alert.msgType);
  out.optional('source', alert.source);
  out.text('scope', alert.scope);
  out.optional('restriction', alert.restriction);
  out.optional('addresses', alert.addresses);
  out.texts('code', alert.codes);
  out.optional('note', alert.note);
  const references = alert.references.map((r) => `${r.sender},${r.identifier},${r.sent}`);
  const unread = (alert.unread ?? []).flatMap(({ kind, words }) => (kind === 'reference' ? [words] : []));
  const all = references.concat(unread).join(' ');
  out.optional('references', all === '' ? null : all);
  out.optional('incidents', alert.incidents);
  for (const info of alert.infos) out.block('info', () => writeInfo(out, info));
  out.extra(alert.extra);
}

function writeInfo(out: Writer, info: CapInfo): void {
  out.optional('language', info.language);
  out.texts('category', info.categories);
  out.text('event', info.event);
  out.texts('responseType', info.responseTypes);
  out.text('urgency', info.urgency);
  out.text('severity', info.severity);
  out.text('certainty', info.certainty);
  out.optional('audience', info.audience);
  out.pairs('eventCode', info.eventCodes);
  out.stamp('effective', info.effective);
  out.stamp('onset', info.onset);
  out.stamp('expires', info.expires);
  out.optional('senderName', info.senderName);
  out.optional('headline', info.headline);
  out.optional('description', info.description);
  out.optional('instruction', info.instruction);
  out.optional('web', info.web);
  out.optional('contact', info.contact);
  out.pairs('parameter', info.parameters);
  for (const resource of info.resources) out.block('resource', () => writeResource(out, resource));
  for (const area of info.areas) out.block('area', () => writeArea(out, area));
  out.extra(info.extra);
}

function writeResource(out: Writer, resource: CapResource): void {
  out.text('resourceDesc', resource.resourceDesc);
  out.optional('mimeType', resource.mimeType);
  out.optional('size', resource.size);
  out.optional('uri', resource.uri);
  out.optional('derefUri', resource.derefUri);
  out.optional('digest', resource.digest);
  out.extra(resource.extra);
}

function writeArea(out: Writer, area: CapArea): void {
  out.text('areaDesc', area.areaDesc);
  for (const polygon of area.polygons) out.text('polygon', polygon.text);
  for (const circle of area.circles) out.text('circle', circle.text);
  out.pairs('geocode', area.geocodes);
  out.optional('altitude', area.altitude);
  out.optional('ceiling', area.ceiling);
  out.extra(area.extra);
}
