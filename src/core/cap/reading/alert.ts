/** One alert element to an alert: lenient in form, strict in meaning. */
import type { Findings } from '../../finding.ts';
import type { FoundAlert } from '../containers/found.ts';
import { alertLayoutOf, mandatoryInAlert } from '../layout.ts';
import { msgTypes, type Said, scopes, statuses, type Unread } from '../model.ts';
import type { Places } from '../xml/places.ts';
import { Container } from './container.ts';
import { Elements } from './elements.ts';
import { readInfo } from './info.ts';
import { PointBudget } from './shapes.ts';
import { checkName, listed, readReferences, readStamp } from './values.ts';

/** An alert as far as it could be read. */
export interface Draft {
  readonly said: Said;
  /** Where it says it. */
  readonly elements: Elements;
  /** False when nobody could refer to it or trust it: one of `mandatoryInAlert` is missing, or two of one contradict each other. */
  readonly usable: boolean;
}

/** Never throws. `findings` says what is wrong with it; places count in the text that `places` holds. */
export function readAlert({ node, path, version }: FoundAlert, places: Places, findings: Findings): Draft {
  const elements = new Elements(places, node);
  const unread: Unread[] = [];
  const context = { places, findings, namespace: node.namespace, path, elements, unread };
  const alert = new Container(context, node, '', alertLayoutOf(version));
  alert.passOver(node, '');
  const mandatory = mandatoryInAlert.map((name) => mandatoryText(alert, name));
  const [identifier = '', sender = '', , status = '', msgType = '', scope = ''] = mandatory.map((value) => value ?? '');
  checkName(alert, 'identifier');
  checkName(alert, 'sender');
  const budget = new PointBudget();
  const said: Said = {
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
    references: readReferences(alert, version),
    incidents: alert.text('incidents'),
    infos: alert.all('info').map((node, i) => readInfo(context, node, `info[${i + 1}]`, version, budget)),
    extra: alert.extra,
    ...(unread.length > 0 ? { unread } : {}),
  };
  return { said, elements, usable: !alert.contradictory && !mandatory.includes(null) };
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
