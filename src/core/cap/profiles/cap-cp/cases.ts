/** Examples of the rules of CAP-CP: each differs from one sound alert in as little as can be. */
import { alertWith, anInfo, type Example, type Parts } from '../../rules/examples/example.ts';

const eventCode = { valueName: 'profile:CAP-CP:Event:0.4', value: 'flashFlood' };
const location = (value: string): Parts => ({ valueName: 'profile:CAP-CP:Location:0.3', value });

const area = {
  areaDesc: 'Canmore, along the Bow',
  polygon: '51.11,-115.37 51.11,-115.32 51.08,-115.32 51.08,-115.37 51.11,-115.37',
  geocode: location('4815023'),
};

const english = anInfo({
  language: 'en-CA',
  event: 'flash flood',
  responseType: 'Avoid',
  eventCode,
  expires: '2024-10-03T22:00:00-06:00',
  senderName: 'Bow River Watch',
  headline: 'The Bow floods its banks tonight',
  instruction: 'Stay away from the river.',
  area,
});
const french = {
  ...english,
  language: 'fr-CA',
  event: 'crue soudaine',
  senderName: 'Veille de la Bow',
  headline: 'La Bow déborde cette nuit',
  instruction: 'Restez loin de la rivière.',
  area: { ...area, areaDesc: 'Canmore, le long de la Bow' },
};

const alert = (parts: Parts): string =>
  alertWith({ sent: '2024-10-03T18:00:00-06:00', code: 'profile:CAP-CP:0.4', info: [english, french], ...parts });
const withInfo = (parts: Parts): string => alert({ info: [{ ...english, ...parts }, french] });

const good = alert({});
const at = (code: string, path: string, bad: string): Example => ({ code, at: path, bad, good });
const minorChange = { valueName: 'profile:CAP-CP:0.4:MinorChange', value: 'text' };

export const capCpCases: readonly Example[] = [
  at('cap-cp.code.missing', '/alert', alert({ code: null })),
  at('cap-cp.info.missing', '/alert', alert({ info: null })),
  at('cap-cp.references.missing', '/alert/msgType', alert({ msgType: 'Cancel' })),
  at(
    'cap-cp.eventCode.differs',
    '/alert/info[2]/eventCode[1]',
    alert({ info: [english, { ...french, eventCode: { ...eventCode, value: 'wind' } }] }),
  ),
  at('cap-cp.language.missing', '/alert/info[1]/language', withInfo({ language: null })),
  at('cap-cp.area.missing', '/alert/info[1]/area', withInfo({ area: null })),
  at('cap-cp.eventCode.missing', '/alert/info[1]', withInfo({ eventCode: null })),
  at('cap-cp.geocode.missing', '/alert/info[1]/area[1]', withInfo({ area: { ...area, geocode: null } })),
  at(
    'cap-cp.geocode.form',
    '/alert/info[1]/area[1]/geocode[1]/value',
    withInfo({ area: { ...area, geocode: location('Canmore') } }),
  ),
  at('cap-cp.language.both', '/alert', alert({ info: english })),
  at('cap-cp.parameter.minor-change', '/alert/info[1]/parameter[1]', withInfo({ parameter: minorChange })),
  at('cap-cp.expires.missing', '/alert/info[1]/expires', withInfo({ expires: null })),
  at('cap-cp.senderName.missing', '/alert/info[1]/senderName', withInfo({ senderName: null })),
  at('cap-cp.responseType.missing', '/alert/info[1]/responseType', withInfo({ responseType: null })),
  at(
    'cap-cp.instruction.missing',
    '/alert/info[1]/instruction',
    withInfo({ responseType: 'Monitor', instruction: null }),
  ),
  at('cap-cp.area.not-drawn', '/alert/info[1]/area[1]', withInfo({ area: { ...area, polygon: null } })),
];
