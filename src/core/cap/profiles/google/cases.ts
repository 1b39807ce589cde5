/** Examples of the rules of Google Public Alerts: each differs from one sound alert in as little as can be. */
import { alertWith, anInfo, type Example, type Parts } from '../../rules/examples/example.ts';

const polygon = '-45.87,170.33 -45.87,170.36 -45.89,170.36 -45.89,170.33 -45.87,170.33';
const area = { areaDesc: 'Lower town of Mosgiel', polygon };
const coded = (value: string): Parts => ({ valueName: 'kind', value });

const info = anInfo({
  responseType: 'Avoid',
  eventCode: coded('flood'),
  senderName: 'River Watch',
  description: 'The Silver Stream rises faster than was expected.',
  instruction: 'Stay away from the river.',
  web: 'https://river.example/17',
  contact: 'watch@river.example',
  area,
});

const alert = (parts: Parts): string => alertWith({ info, ...parts });
const withInfo = (parts: Parts): string => alert({ info: { ...info, ...parts } });
const withArea = (parts: Parts): string => withInfo({ area: { ...area, ...parts } });
const beside = (parts: Parts): string => alert({ info: [info, { ...info, ...parts }] });

const good = alert({});
const at = (code: string, path: string, bad: string): Example => ({ code, at: path, bad, good });

const ofInfo = (name: string): string => `/alert/info[1]/${name}`;
const lacking = (...names: readonly string[]): readonly Example[] =>
  names.map((name) => at(`google.${name}.missing`, ofInfo(name), withInfo({ [name]: null })));
const unknown = (...names: readonly string[]): readonly Example[] =>
  names.map((name) => at(`google.${name}.unknown`, ofInfo(name), withInfo({ [name]: 'Unknown' })));

export const googleCases: readonly Example[] = [
  at('google.info.missing', '/alert', alert({ info: null })),
  at('google.references.missing', '/alert/msgType', alert({ msgType: 'Cancel' })),
  at('google.category.differs', '/alert/info[2]/category[1]', beside({ category: 'Geo' })),
  at('google.eventCode.differs', '/alert/info[2]/eventCode[1]', beside({ eventCode: coded('rain') })),
  at('google.event.differs', '/alert/info[2]/event', beside({ event: 'Rain' })),
  ...lacking('description', 'web', 'expires', 'area', 'urgency', 'severity', 'certainty', 'senderName', 'responseType'),
  ...lacking('instruction', 'contact'),
  at('google.effective.after-expires', ofInfo('effective'), withInfo({ effective: '2024-10-05T06:00:00+13:00' })),
  at('google.area.unplaced', ofInfo('area[1]'), withArea({ polygon: null })),
  at('google.circle.zero-radius', ofInfo('area[1]/circle[1]'), withArea({ polygon: null, circle: '-45.88,170.35 0' })),
  at(
    'google.headline.long',
    ofInfo('headline'),
    withInfo({ headline: 'The river will flood the lower town. '.repeat(4) }),
  ),
  at('google.event.long', ofInfo('event'), withInfo({ event: 'Flood of the river in the lower town' })),
  at(
    'google.description.same-as-headline',
    ofInfo('description'),
    withInfo({ headline: 'Flood!', description: 'Flood!' }),
  ),
  at(
    'google.instruction.same-as-description',
    ofInfo('instruction'),
    withInfo({ description: 'Run!', instruction: 'Run!' }),
  ),
  ...unknown('urgency', 'severity', 'certainty'),
  at('google.area.not-drawn', ofInfo('area[1]'), withArea({ polygon: null, geocode: coded('9220') })),
  at('google.sent.utc', '/alert/sent', alert({ sent: '2024-10-03T05:00:00-00:00' })),
  at('google.effective.utc', ofInfo('effective'), withInfo({ effective: '2024-10-03T05:00:00-00:00' })),
  at('google.onset.utc', ofInfo('onset'), withInfo({ onset: '2024-10-03T09:00:00-00:00' })),
  at('google.expires.utc', ofInfo('expires'), withInfo({ expires: '2024-10-03T17:00:00-00:00' })),
  at('google.status.not-published', '/alert/status', alert({ status: 'Test' })),
  at('google.scope.not-published', '/alert/scope', alert({ scope: 'Restricted', restriction: 'Rescue services' })),
];
