/** Examples of the rules of CAP-AU: each differs from one sound alert in as little as can be. */
import { alertWith, anInfo, type Example, type Parts } from '../../rules/examples/example.ts';

const profile = 'urn:oasis:names:tc:emergency:cap:1.2:profile:CAP-AU:1.0';
const coded = (value: string): Parts => ({ valueName: `${profile}:AUeventLIST:1.0`, value });

const area = {
  areaDesc: 'Katoomba, south of the railway',
  polygon: '-33.70,150.29 -33.70,150.33 -33.74,150.33 -33.74,150.29 -33.70,150.29',
  geocode: { valueName: `${profile}:ISO 3166-2`, value: 'AU-NSW' },
};

const info = anInfo({
  language: 'en-AU',
  category: 'Fire',
  event: 'Bushfire',
  responseType: 'Prepare',
  eventCode: coded('bushFire'),
  expires: '2024-10-04T06:00:00+10:00',
  senderName: 'Mountains Fire Service',
  headline: 'A fire burns towards Katoomba',
  instruction: 'Make ready to leave.',
  area,
});

const alert = (parts: Parts): string =>
  alertWith({ sender: 'fire@mountains.example', sent: '2024-10-03T18:00:00+10:00', code: profile, info, ...parts });
const withInfo = (parts: Parts): string => alert({ info: { ...info, ...parts } });
const beside = (parts: Parts): string => alert({ info: [info, { ...info, ...parts }] });

const good = alert({});
const at = (code: string, path: string, bad: string): Example => ({ code, at: path, bad, good });
const earlier = 'fire@mountains.example,fire-1,2024-10-03T09:00:00+10:00';

export const capAuCases: readonly Example[] = [
  at('cap-au.code.missing', '/alert', alert({ code: null })),
  at('cap-au.info.missing', '/alert', alert({ info: null })),
  at('cap-au.references.missing', '/alert/msgType', alert({ msgType: 'Update' })),
  at('cap-au.category.differs', '/alert/info[2]/category[1]', beside({ category: 'Met' })),
  at('cap-au.eventCode.differs', '/alert/info[2]/eventCode[1]', beside({ eventCode: coded('fire') })),
  at('cap-au.event.differs', '/alert/info[2]/event', beside({ event: 'Fire' })),
  at('cap-au.eventCode.missing', '/alert/info[1]', withInfo({ eventCode: null })),
  at(
    'cap-au.eventCode.several',
    '/alert/info[1]/eventCode[2]',
    withInfo({ eventCode: [coded('bushFire'), coded('smoke')] }),
  ),
  at('cap-au.eventCode.unknown', '/alert/info[1]/eventCode[1]/value', withInfo({ eventCode: coded('bushfire') })),
  at('cap-au.event.not-of-code', '/alert/info[1]/event', withInfo({ event: 'Flood' })),
  at('cap-au.area.missing', '/alert/info[1]/area', withInfo({ area: null })),
  at(
    'cap-au.effective.in-cancel',
    '/alert/info[1]/effective',
    alert({ msgType: 'Cancel', references: earlier, info: { ...info, effective: '2024-10-03T20:00:00+10:00' } }),
  ),
  at('cap-au.sender.form', '/alert/sender', alert({ sender: 'mountains-fire-service' })),
  at('cap-au.geocode.missing', '/alert/info[1]/area[1]', withInfo({ area: { ...area, geocode: null } })),
  at('cap-au.expires.missing', '/alert/info[1]/expires', withInfo({ expires: null })),
  at('cap-au.senderName.missing', '/alert/info[1]/senderName', withInfo({ senderName: null })),
  at('cap-au.responseType.missing', '/alert/info[1]/responseType', withInfo({ responseType: null })),
  at(
    'cap-au.instruction.missing',
    '/alert/info[1]/instruction',
    withInfo({ responseType: 'Monitor', instruction: null }),
  ),
  at('cap-au.area.not-drawn', '/alert/info[1]/area[1]', withInfo({ area: { ...area, polygon: null } })),
];
