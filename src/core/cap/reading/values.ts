/** Values of single CAP elements: words of a list, times, references, named values. */
import { parseInstant } from '../../time/time.ts';
import { namedValueLayout } from '../layout.ts';
import type { CapVersion, NamedValue, Reference, Stamp } from '../model.ts';
import { clip, type XmlNode } from '../xml/tree.ts';
import { Container } from './container.ts';
import { isAllBlank, trimmed } from './value-span.ts';

/** The value as written; a word outside the list gets a finding. An empty one was reported as missing. */
export function listed(holder: Container, name: string, value: string, list: readonly string[]): string {
  if (value !== '') checkListed(holder, name, value, list, null);
  return value;
}

/** The same for an element that may repeat. */
export function listedAll(holder: Container, name: string, list: readonly string[]): readonly string[] {
  const values = holder.texts(name);
  for (let i = 0; i < values.length; i++) checkListed(holder, name, values[i] ?? '', list, i + 1);
  return values;
}

function checkListed(
  holder: Container,
  name: string,
  value: string,
  list: readonly string[],
  index: number | null,
): void {
  if (list.includes(value)) return;
  const message = `“${clip(value)}” is not a <${name}> of CAP and counts as unrated; it can be ${list.join(', ')}.`;
  holder.findAt('error', `cap.${name}.not-in-list`, message, holder.pathOf(name, index));
}

/** CAP 1.2, 3.3.2: `2002-05-24T16:49:00-07:00`, UTC as `-00:00`. `+00:00` says the same. */
const strictTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/;
export const withoutOffset = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/;

/** null when the element is absent, or empty (with a finding). */
export function readStamp(holder: Container, name: string, version: CapVersion): Stamp | null {
  const text = holder.text(name);
  const at = text === null ? null : parseInstant(text);
  const isAsWritten = at !== null && (version !== '1.2' || strictTime.test(text ?? ''));
  if (!isAsWritten && holder.all(name).length > 0) {
    const { severity, code, message } = stampFault(name, text, at);
    holder.findAt(severity, `cap.${name}.${code}`, message, holder.pathOf(name));
  }
  return text === null ? null : { text, at };
}

function stampFault(
  name: string,
  text: string | null,
  at: Stamp['at'],
): { severity: 'error' | 'warning'; code: string; message: string } {
  const error = (code: string, message: string) => ({ severity: 'error', code, message }) as const;
  if (text === null) return error('unreadable', `<${name}> is empty; ask the issuer for the time.`);
  if (at !== null) {
    const message = `<${name}> is not written as CAP 1.2 asks (2002-05-24T16:49:00-07:00); it was understood.`;
    return { severity: 'warning', code: 'form', message };
  }
  return withoutOffset.test(text)
    ? error('no-offset', `<${name}> has no offset from UTC, so it is no moment; ask the issuer which is meant.`)
    : error('unreadable', `<${name}> is no date and time: “${clip(text)}”. Ask the issuer what is meant.`);
}

/** Most alerts that one alert may name; a chain of real revisions is far shorter. */
export const maxReferences = 1000;

/** White space separates triplets `sender,identifier,sent`; one that is none is left unread, with a finding. */
export function readReferences(alert: Container, version: CapVersion): readonly Reference[] {
  const text = alert.text('references');
  if (text === null) {
    if (alert.all('references').length > 0)
      alert.findAt('warning', 'cap.references.empty', '<references> is empty; it names no alert.', 'references');
    return [];
  }
  const references: Reference[] = [];
  const unread: string[] = [];
  const all = text.split(/\s+/);
  if (all.length > maxReferences) {
    const message = `<references> names ${all.length} alerts; only the first ${maxReferences} are read, so the others are not ended by this one.`;
    alert.findAt('error', 'cap.references.too-many', message, 'references');
  }
  for (const words of all.slice(0, maxReferences)) {
    const [sender = '', identifier = '', sent = '', more] = words.split(',', 4);
    if (sender !== '' && identifier !== '' && sent !== '' && more === undefined)
      references.push({ sender, identifier, sent });
    else {
      unread.push(words);
      reportReference(alert, words, version);
    }
  }
  for (const words of unread.concat(all.slice(maxReferences)))
    alert.context.unread.push({ kind: 'reference', path: 'references', words });
  return references;
}

function reportReference(alert: Container, words: string, version: CapVersion): void {
  if (version === '1.0' && !words.includes(',')) {
    const message = `“${clip(words)}” in <references> is written as CAP 1.0 has it, without the time of that alert, so it ends none here; ask the issuer for CAP 1.2.`;
    alert.findAt('warning', 'cap.references.without-sent', message, 'references');
    return;
  }
  const message = `“${clip(words)}” in <references> is not “sender,identifier,sent”, so it names no alert; ask the issuer which is meant.`;
  alert.findAt('error', 'cap.references.not-a-triplet', message, 'references');
}

/** CAP 1.2, alert, identifier and sender: what may not stand in either, since references put them between commas and spaces. */
const separating = /[\s,&<]/;

/** Reports a character that may not stand in a name, white space around it too: others compare names as they stand. */
export function checkName(alert: Container, name: 'identifier' | 'sender'): void {
  const [node] = alert.all(name);
  const written = node?.children.length === 1 ? node.children[0] : undefined;
  if (typeof written !== 'string' || written.trim() === '') return;
  const [found] = separating.exec(written) ?? [];
  if (found === undefined) return;
  const inside = separating.test(written.trim());
  const what = found.trim() === '' ? 'white space' : `“${found}”`;
  const message = inside
    ? `<${name}> has ${what} in it, so no reference can name this alert; ask the issuer for a name without.`
    : `White space stands around the words of <${name}>; it was left out, and others may not find the alert by it.`;
  alert.findAt('warning', `cap.${name}.characters`, message, name);
}

/** `eventCode`, `parameter` and `geocode`. CAP 1.0 writes them as `name=value`. */
export function readNamedValues(holder: Container, name: string, version: CapVersion): readonly NamedValue[] {
  return holder.all(name).map((node, i) => {
    if (version === '1.0' && node.children.every((child) => typeof child === 'string'))
      return splitAtEquals(holder.valueOf(node, name, i + 1));
    return plainPair(node, holder.context.namespace) ?? readPair(holder, node, name, i + 1);
  });
}

/** A pair as nearly all are written: its two parts once each, with text alone in them. null for any other. */
function plainPair({ children, hasWords }: XmlNode, namespace: string): NamedValue | null {
  let [valueName, value]: (string | null)[] = [null, null];
  for (const child of children) {
    if (typeof child === 'string') {
      if (hasWords && !isAllBlank(child)) return null;
      continue;
    }
    const [words = ''] = child.children;
    if (
      child.namespace !== namespace ||
      child.children.length > 1 ||
      child.attributes.length > 0 ||
      typeof words !== 'string'
    )
      return null;
    if (child.local === 'valueName' && valueName === null) valueName = trimmed(words);
    else if (child.local === 'value' && value === null) value = trimmed(words);
    else return null;
  }
  return valueName == null || value == null ? null : { valueName, value };
}

function readPair(holder: Container, node: XmlNode, name: string, index: number): NamedValue {
  const pair = new Container(holder.context, node, holder.pathOf(name, index), namedValueLayout, holder.extra);
  // An empty <value/> is a value: the US weather service sends many. One that is not there at all is a fault.
  const part = (part: string): string => {
    if (pair.all(part).length === 0)
      pair.missing(part, `<${name}> has no <${part}>, so it says nothing; ask the issuer for it.`);
    return pair.text(part) ?? '';
  };
  return { valueName: part('valueName'), value: part('value') };
}

function splitAtEquals(text: string): NamedValue {
  const equals = text.indexOf('=');
  return { valueName: text.slice(0, Math.max(0, equals)).trim(), value: text.slice(equals + 1).trim() };
}
