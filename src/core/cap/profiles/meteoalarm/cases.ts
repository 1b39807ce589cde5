/** Examples of the rules of MeteoAlarm: each differs from one sound alert in as little as can be. */
import { alertWith, anInfo, type Example, type Parts } from '../../rules/examples/example.ts';

const level = (value: string): Parts => ({ valueName: 'awareness_level', value });
const type = (value: string): Parts => ({ valueName: 'awareness_type', value });

const area = {
  areaDesc: 'Ätna, Südhang',
  polygon: '37.75,14.96 37.75,15.04 37.66,15.04 37.66,14.96 37.75,14.96',
  geocode: { valueName: 'EMMA_ID', value: 'IT019' },
};

const info = anInfo({
  language: 'en-GB',
  event: 'Severe wind warning',
  onset: '2024-10-03T21:00:00+02:00',
  expires: '2024-10-04T06:00:00+02:00',
  headline: 'Gale on the southern slope tonight',
  description: 'Gusts of 110 km/h are expected above the forest.',
  parameter: [level('3; orange; Severe'), type('1; Wind')],
  area,
});

const alert = (parts: Parts): string => alertWith({ sent: '2024-10-03T18:00:00+02:00', info, ...parts });
const withInfo = (parts: Parts): string => alert({ info: { ...info, ...parts } });

const good = alert({});
const at = (code: string, path: string, bad: string): Example => ({ code, at: path, bad, good });
const lacking = (...names: readonly string[]): readonly Example[] =>
  names.map((name) => at(`meteoalarm.${name}.missing`, `/alert/info[1]/${name}`, withInfo({ [name]: null })));

const first = '/alert/info[1]/parameter[1]/value';

export const meteoalarmCases: readonly Example[] = [
  at('meteoalarm.info.missing', '/alert', alert({ info: null })),
  at('meteoalarm.references.missing', '/alert/msgType', alert({ msgType: 'Cancel' })),
  at('meteoalarm.awareness-level.missing', '/alert/info[1]', withInfo({ parameter: type('1; Wind') })),
  at('meteoalarm.awareness-level.form', first, withInfo({ parameter: [level('3; red; Severe'), type('1; Wind')] })),
  at(
    'meteoalarm.awareness-level.severity',
    first,
    withInfo({ parameter: [level('4; red; Extreme'), type('1; Wind')] }),
  ),
  at('meteoalarm.awareness-type.missing', '/alert/info[1]', withInfo({ parameter: level('3; orange; Severe') })),
  at(
    'meteoalarm.awareness-type.unknown',
    first,
    withInfo({ parameter: [type('1; Rain'), level('3; orange; Severe')] }),
  ),
  at(
    'meteoalarm.area.unplaced',
    '/alert/info[1]/area[1]',
    withInfo({ area: { ...area, polygon: null, geocode: null } }),
  ),
  at(
    'meteoalarm.geocode.form',
    '/alert/info[1]/area[1]/geocode[1]/value',
    withInfo({ area: { ...area, geocode: { valueName: 'EMMA_ID', value: 'Sicily' } } }),
  ),
  at('meteoalarm.language.no-english', '/alert', withInfo({ language: 'it-IT' })),
  ...lacking('language', 'expires', 'area', 'onset', 'headline', 'description'),
];
