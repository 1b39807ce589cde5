/** Where alerts stand in a document. */
import type { Findings } from '../../finding.ts';
import { namespaces } from '../layout.ts';
import type { Places } from '../xml/places.ts';
import { clip, type XmlNode } from '../xml/tree.ts';
import type { Found } from './found.ts';

const none: Found = { container: null, alerts: [], links: [] };

/** All alerts of a document, in its order; the findings say why there are none. Never throws. */
export function findAlerts(root: XmlNode, places: Places, findings: Findings): Found {
  const version = namespaces.get(root.namespace);
  const where = { path: `/${clip(root.local)}`, ...places.at({ start: root.start, end: root.contentStart }) };
  if (root.local !== 'alert') {
    const message = `The file is no CAP alert: its outermost element is <${clip(root.local)}>, not <alert>.`;
    findings.add('error', 'cap.root.wrong', message, where);
    return none;
  }
  if (version === undefined) {
    const named = root.namespace === '' ? 'no namespace' : `the namespace “${clip(root.namespace)}”`;
    const message = `The alert has ${named}, which is not that of CAP 1.0, 1.1 or 1.2; ask its issuer for CAP 1.2.`;
    findings.add('error', 'cap.namespace.unknown', message, where);
    return none;
  }
  return { container: 'alert', alerts: [{ node: root, version, path: '/alert' }], links: [] };
}
