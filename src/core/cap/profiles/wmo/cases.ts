/** Examples of the rules of the WMO: each differs from one sound alert in as little as can be. */
import { alertWith, anInfo, type Example, type Parts } from '../../rules/examples/example.ts';

const area = {
  areaDesc: 'Lower town of Mosgiel',
  polygon: '-45.87,170.33 -45.87,170.36 -45.89,170.36 -45.89,170.33 -45.87,170.33',
};

const info = anInfo({
  senderName: 'River Watch',
  description: 'The Silver Stream rises faster than was expected.',
  web: 'https://river.example/17',
  contact: 'watch@river.example',
  area,
});

const identifier = 'urn:oid:2.49.0.1.554.0.2024.10.3.17';
const alert = (parts: Parts): string => alertWith({ identifier, info, ...parts });
const withInfo = (parts: Parts): string => alert({ info: { ...info, ...parts } });

const good = alert({});
const at = (code: string, path: string, bad: string): Example => ({ code, at: path, bad, good });
const lacking = (...names: readonly string[]): readonly Example[] =>
  names.map((name) => at(`wmo.${name}.missing`, `/alert/info[1]/${name}`, withInfo({ [name]: null })));

export const wmoCases: readonly Example[] = [
  at('wmo.identifier.not-oid', '/alert/identifier', alert({ identifier: 'flood-2024-17' })),
  at('wmo.identifier.authority', '/alert/identifier', alert({ identifier: 'urn:oid:2.49.0.0.554.0.17' })),
  at('wmo.identifier.prefix', '/alert/identifier', alert({ identifier: '2.49.0.1.554.0.17' })),
  at('wmo.sender.form', '/alert/sender', alert({ sender: 'River-Watch' })),
  at('wmo.info.missing', '/alert', alert({ info: null })),
  at('wmo.references.missing', '/alert/msgType', alert({ msgType: 'Update' })),
  at('wmo.areaDesc.missing', '/alert/info[1]/area[1]', withInfo({ area: { ...area, areaDesc: null } })),
  ...lacking('language', 'senderName', 'web', 'contact', 'expires', 'area'),
  at(
    'wmo.area.not-drawn',
    '/alert/info[1]/area[1]',
    withInfo({ area: { ...area, polygon: null, geocode: { valueName: 'postcode', value: '9024' } } }),
  ),
];
