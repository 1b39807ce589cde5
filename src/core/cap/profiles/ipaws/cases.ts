/** Examples of the rules of IPAWS: each differs from one sound alert in as little as can be. */
import { alertWith, anInfo, type Example, type Parts } from '../../rules/examples/example.ts';

const same = { valueName: 'SAME', value: 'FFW' };

const area = {
  areaDesc: 'Alpine County, along the West Fork',
  polygon: '38.77,-119.83 38.77,-119.78 38.74,-119.78 38.74,-119.83 38.77,-119.83',
  geocode: { valueName: 'SAME', value: '006003' },
};

const info = anInfo({
  language: 'en-US',
  event: 'Flash flood',
  eventCode: same,
  expires: '2024-10-03T22:00:00-07:00',
  description: 'The West Fork has left its banks at the bridge.',
  instruction: 'Go to higher ground now.',
  parameter: { valueName: 'EAS-ORG', value: 'WXR' },
  area,
});

const alert = (parts: Parts): string =>
  alertWith({ sent: '2024-10-03T18:00:00-07:00', code: 'IPAWSv1.0', info, ...parts });
const withInfo = (parts: Parts): string => alert({ info: { ...info, ...parts } });

const good = alert({});
const at = (code: string, path: string, bad: string): Example => ({ code, at: path, bad, good });

export const ipawsCases: readonly Example[] = [
  at('ipaws.code.missing', '/alert', alert({ code: null })),
  at('ipaws.references.missing', '/alert/msgType', alert({ msgType: 'Update' })),
  at('ipaws.category.differs', '/alert/info[2]/category[1]', alert({ info: [info, { ...info, category: 'Geo' }] })),
  at(
    'ipaws.eventCode.differs',
    '/alert/info[2]/eventCode[1]',
    alert({ info: [info, { ...info, eventCode: { ...same, value: 'FLW' } }] }),
  ),
  at('ipaws.expires.missing', '/alert/info[1]/expires', withInfo({ expires: null })),
  at('ipaws.area.missing', '/alert/info[1]/area', withInfo({ area: null })),
  at('ipaws.description.missing', '/alert/info[1]/description', withInfo({ description: null })),
  at('ipaws.instruction.missing', '/alert/info[1]/instruction', withInfo({ instruction: null })),
  at('ipaws.eventCode.same', '/alert/info[1]/eventCode[2]', withInfo({ eventCode: [same, same] })),
  at('ipaws.geocode.same', '/alert/info[1]/area[1]', withInfo({ area: { ...area, geocode: null } })),
  at('ipaws.parameter.no-eas-org', '/alert/info[1]', withInfo({ parameter: null })),
  at(
    'ipaws.parameter.eas-org',
    '/alert/info[1]/parameter[1]/value',
    withInfo({ parameter: { valueName: 'EAS-ORG', value: 'NWS' } }),
  ),
  at('ipaws.effective.ignored', '/alert/info[1]/effective', withInfo({ effective: '2024-10-03T19:00:00-07:00' })),
  at('ipaws.onset.ignored', '/alert/info[1]/onset', withInfo({ onset: '2024-10-03T19:00:00-07:00' })),
  at('ipaws.sent.utc', '/alert/sent', alert({ sent: '2024-10-04T01:00:00-00:00' })),
  at('ipaws.expires.utc', '/alert/info[1]/expires', withInfo({ expires: '2024-10-04T05:00:00-00:00' })),
];
