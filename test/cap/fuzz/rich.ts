/**
 * Alerts that use all that CAP has, each repeatable element more than once: what is rare in real alerts is reached from these.
 * They are drawn more often than others.
 */
const namespaces = [
  'urn:oasis:names:tc:emergency:cap:1.2',
  'urn:oasis:names:tc:emergency:cap:1.1',
  'http://www.incident.com/cap/1.0',
];

const named = (name: string, ...pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([one, other]) => `<${name}><valueName>${one}</valueName><value>${other}</value></${name}>`).join('\n');

const area = (name: string, at: number): string => `<area><areaDesc>${name} (north, south &amp; coast)</areaDesc>
<polygon>${at},10 ${at},11 ${at + 1},11 ${at + 1},10 ${at},10</polygon>
<polygon>${at},20.5 ${at},21 ${at + 0.5},21 ${at},20.5</polygon>
<circle>${at},30 5.5</circle><circle>${at}.25,31 0</circle>
${named('geocode', ['UGC', 'ZZC001'], ['EMMA_ID', 'ZZ001'])}
<altitude>1200</altitude><ceiling>5900.5</ceiling></area>`;

const info = (
  language: string,
): string => `<info><language>${language}</language><category>Met</category><category>Safety</category>
<event>Severe gale</event><responseType>Prepare</responseType><responseType>Avoid</responseType>
<urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty><audience>Boats under 12 m (all)</audience>
${named('eventCode', ['SAME', 'HWW'], ['LOCAL', '7'])}
<effective>2024-10-03T08:00:00+13:00</effective><onset>2024-10-03T12:00:00+13:00</onset><expires>2024-10-04T09:30:00+13:00</expires>
<senderName>Harbour office</senderName><headline>Gale warning (level 2): stay in harbour until Friday morning</headline>
<description>Gusts of 130 km/h &lt;from the west&gt;.
The second front follows at night.</description>
<instruction>Double your lines. Do not go out.</instruction>
<web>https://harbour.example/warnings/7?lang=${language}</web><contact>+64 3 000 0000 (day and night)</contact>
${named('parameter', ['level', '2'], ['gusts', '130 km/h'])}
<resource><resourceDesc>Map</resourceDesc><mimeType>image/png</mimeType><size>5</size><uri>map.png</uri>
<derefUri>aGVs bG8=</derefUri><digest>aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d</digest></resource>
<resource><resourceDesc>Sound</resourceDesc><mimeType>audio/ogg</mimeType><uri>https://harbour.example/7.ogg</uri></resource>
${area('Inner harbour', -45)}
${area('Outer harbour', 12)}</info>`;

const reference = 'ops@harbour.example,gale-6,2024-10-03T06:00:00+13:00';

export const rich: readonly string[] = namespaces.map(
  (namespace) => `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="${namespace}"><identifier>gale-7</identifier><sender>ops@harbour.example</sender>
<sent>2024-10-03T07:58:12+13:00</sent><status>Actual</status><msgType>Update</msgType><source>Radar</source><scope>Restricted</scope>
<restriction>Harbour staff (all)</restriction><addresses>"Pilot office" tower</addresses><code>a1</code><code>profile:b</code>
<note>Second of three</note><references>${reference} ${reference.replace('gale-6', 'gale-5')}</references>
<incidents>gale "spring tide"</incidents>
${info('en-NZ')}
${info('mi')}
</alert>`,
);
