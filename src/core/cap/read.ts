/**
 * A CAP document to alerts: CAP 1.2 (OASIS CAP-v1.2-os, its schema), and 1.1 and 1.0 by their namespaces. Reading is
 * lenient in form (order of elements, white space, the writing of a time) and strict in meaning: what is missing,
 * doubled, outside its list or makes no sense becomes a finding, and no value is guessed.
 */
import { type Finding, Findings } from '../finding.ts';
import { alertLayout, mandatoryInAlert, namespaces } from './layout.ts';
import { type CapAlert, type CapVersion, msgTypes, scopes, statuses } from './model.ts';
import { Container, type Context } from './reading/container.ts';
import { readInfo } from './reading/info.ts';
import { PointBudget } from './reading/shapes.ts';
import { listed, readReferences, readStamp } from './reading/values.ts';
import { decodeXml } from './xml/decode.ts';
import { Places } from './xml/places.ts';
import { clip, parseXml, type XmlNode } from './xml/tree.ts';

/** What bytes said. `text` is what all offsets count in; null when the bytes are no text. */
export interface CapReading {
  readonly text: string | null;
  /** None or one: an alert that nobody could refer to or trust (see `mandatoryInAlert`) is left out, with findings. */
  readonly alerts: readonly CapAlert[];
  readonly findings: readonly Finding[];
}

/** Never throws, never hangs; the same bytes give the same reading. */
export function readCap(bytes: Uint8Array): CapReading {
  const findings = new Findings();
  const text = decodeXml(bytes, findings);
  if (text === null) return { text, alerts: [], findings: findings.list() };
  const places = new Places(text);
  const root = looksLikeXml(places, findings) ? parseXml(places, findings) : null;
  const alert = root ? readRoot(root, places, findings) : null;
  return { text, alerts: alert ? [alert] : [], findings: findings.list() };
}

function looksLikeXml(places: Places, findings: Findings): boolean {
  const start = places.text.search(/\S/);
  if (start < 0) {
    findings.add('error', 'cap.empty', 'The file is empty; check that it was saved or fetched whole.');
    return false;
  }
  if (places.text[start] === '<') return true;
  const message = 'The file is no XML: it does not begin with “<”. Check that it is the CAP file you meant.';
  findings.add('error', 'cap.not-xml', message, places.at({ start, end: start + 1 }));
  return false;
}

function readRoot(root: XmlNode, places: Places, findings: Findings): CapAlert | null {
  const version = namespaces.get(root.namespace);
  const where = { path: `/${clip(root.local)}`, ...places.at({ start: root.start, end: root.contentStart }) };
  if (root.local !== 'alert') {
    const message = `The file is no CAP alert: its outermost element is <${clip(root.local)}>, not <alert>.`;
    findings.add('error', 'cap.root.wrong', message, where);
    return null;
  }
  if (version === undefined) {
    const named = root.namespace === '' ? 'no namespace' : `the namespace “${clip(root.namespace)}”`;
    const message = `The alert has ${named}, which is not that of CAP 1.0, 1.1 or 1.2; ask its issuer for CAP 1.2.`;
    findings.add('error', 'cap.namespace.unknown', message, where);
    return null;
  }
  return readAlert(root, version, { places, findings, namespace: root.namespace, at: {} });
}

function readAlert(root: XmlNode, version: CapVersion, context: Context): CapAlert | null {
  const alert = new Container(context, root, '', alertLayout);
  const mandatory = mandatoryInAlert.map((name) => mandatoryText(alert, name));
  if (alert.contradictory || mandatory.includes(null)) return null;
  const [identifier = '', sender = '', , status = '', msgType = '', scope = ''] = mandatory.map((value) => value ?? '');
  const budget = new PointBudget();
  return {
    version,
    identifier,
    sender,
    sent: readStamp(alert, 'sent', version) ?? { text: '', at: null },
    status: listed(alert, 'status', status, statuses),
    msgType: listed(alert, 'msgType', msgType, msgTypes),
    scope: listed(alert, 'scope', scope, scopes),
    source: alert.text('source'),
    restriction: alert.text('restriction'),
    addresses: alert.text('addresses'),
    codes: alert.texts('code'),
    note: alert.text('note'),
    references: readReferences(alert),
    incidents: alert.text('incidents'),
    infos: alert.all('info').map((node, i) => readInfo(context, node, `info[${i + 1}]`, version, budget)),
    extra: alert.extra,
    at: context.at,
  };
}

/** null, with a finding, when it is absent or empty. */
function mandatoryText(alert: Container, name: string): string | null {
  const value = alert.text(name);
  if (value === null) {
    const message = `The alert has no <${name}>, so nobody can refer to it or trust it, and it is not used. Ask its issuer to send it again.`;
    alert.missing(name, message);
  }
  return value;
}
