/** Reading CAP: what the samples of sources/cap-file leave open. Encodings, limits, places, versions, odd XML. */
import { describe, expect, test } from 'vitest';
import { readCap } from './read.ts';
import { maxPoints } from './reading/shapes.ts';
import { maxDepth, maxNodes } from './xml/tree.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const namespace = 'urn:oasis:names:tc:emergency:cap:1.2';

/** An alert that is whole, with `inside` at its end. */
const alertXml = (inside: string, xmlns = namespace): string =>
  `<alert xmlns="${xmlns}"><identifier>a-1</identifier><sender>desk@hill.example</sender>` +
  `<sent>2024-05-01T10:00:00+03:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>${inside}</alert>`;

const infoXml = (inside: string): string =>
  `<info><category>Geo</category><event>Quake</event><urgency>Past</urgency><severity>Minor</severity>` +
  `<certainty>Observed</certainty>${inside}</info>`;

const areaXml = (inside: string): string => infoXml(`<area><areaDesc>Hill</areaDesc>${inside}</area>`);

const read = (text: string) => readCap(utf8(text));
const codes = (bytes: Uint8Array): string[] => readCap(bytes).findings.map((f) => `${f.severity} ${f.code}`);

describe('encodings', () => {
  const words = alertXml('<note>Сель 😀 סכנה</note>');
  const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
    return bytes;
  };

  test.each([
    ['UTF-8 with a mark', utf8(`\uFEFF${words}`)],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${words}`, false)],
    ['UTF-16 BE with a mark', utf16(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${words}`, true)],
    ['UTF-16 LE without a mark', utf16(words, false)],
    ['UTF-16 BE without a mark', utf16(words, true)],
    ['US-ASCII that is more than that', utf8(`<?xml version="1.0" encoding="us-ascii"?>${words}`)],
  ])('%s', (_, bytes) => {
    const { alerts, findings, text } = readCap(bytes);
    expect(findings).toEqual([]);
    expect(alerts[0]?.note).toBe('Сель 😀 סכנה');
    expect(text?.startsWith('<')).toBe(true);
    const place = alerts[0]?.at['note'];
    expect(text?.slice(place?.start, place?.end)).toBe('Сель 😀 סכנה');
  });

  test('a declared single-byte encoding', () => {
    const head = utf8("<?xml version='1.0' encoding = 'windows-1251' ?>");
    const [before, after] = alertXml('<note>|</note>').split('|').map(utf8) as [Uint8Array, Uint8Array];
    const bytes = Uint8Array.from([...head, ...before, 0xd1, 0xe5, 0xeb, 0xfc, ...after]);
    expect(readCap(bytes).alerts[0]?.note).toBe('Сель');
    expect(codes(bytes)).toEqual([]);
  });

  test('a declaration that is wrong or unknown', () => {
    const labelled = (label: string): Uint8Array => utf8(`<?xml version="1.0" encoding="${label}"?>${words}`);
    expect(codes(labelled('utf-16'))).toEqual(['warning xml.encoding.differs']);
    expect(readCap(labelled('utf-16')).alerts[0]?.note).toBe('Сель 😀 סכנה');
    expect(codes(labelled('klingon-1'))).toEqual(['warning xml.encoding.unknown']);
    expect(codes(Uint8Array.from([...labelled('klingon-1'), 0xff]))).toEqual(['error xml.encoding.unknown']);
    expect(codes(Uint8Array.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]))).toEqual(['error xml.encoding.unknown']);
  });
});

describe('limits', () => {
  test('bytes', () => {
    expect(codes(new Uint8Array(16 * 1024 * 1024 + 1).fill(0x20))).toEqual(['error cap.too-large']);
  });

  test('depth', () => {
    const deep = (n: number): string => alertXml('<x>'.repeat(n) + '</x>'.repeat(n));
    expect(codes(utf8(deep(maxDepth - 1)))).toEqual(['warning cap.element.unknown']);
    expect(codes(utf8(deep(maxDepth)))).toEqual(['error xml.too-deep']);
  });

  test('elements and attributes', () => {
    expect(codes(utf8(alertXml('<code/>'.repeat(maxNodes))))).toEqual(['error xml.too-many-elements']);
    const attributes = Array.from({ length: maxNodes }, (_, i) => ` a${i}=""`).join('');
    expect(codes(utf8(alertXml(`<x${attributes}/>`)))).toEqual(['error xml.too-many-elements']);
  });

  test('points of all polygons together', () => {
    const points = (n: number): string => `<polygon>${'0,0 '.repeat(n)}</polygon>`;
    const half = maxPoints / 2;
    const exact = read(alertXml(areaXml(points(half) + points(half))));
    expect(exact.findings).toEqual([]);
    const over = read(alertXml(areaXml(points(half) + points(half + 1) + points(4))));
    expect(over.findings.map((f) => f.code)).toEqual(['cap.polygon.too-many-points']);
    expect(over.alerts[0]?.infos[0]?.areas[0]?.polygons.map((p) => p.shape !== null)).toEqual([true, false, true]);
  });

  test('findings of one kind', () => {
    const { findings } = read(alertXml('<odd/>'.repeat(1000)));
    expect(findings).toHaveLength(51);
    expect(findings.at(-1)?.message).toBe('950 more of cap.element.unknown are not listed.');
  });
});

describe('places', () => {
  test('every place holds the words of its value, with any line ends and characters', () => {
    const lines = [
      '<note> 😀 x </note>',
      infoXml('<headline>\n  Über\t</headline>'),
      '<code>c</code>',
      '<code>d</code>',
    ];
    const { text, alerts } = read(alertXml(`\r\n${lines.join('\r\n')}\r`));
    const alert = alerts[0];
    const words = (path: string): string | undefined => text?.slice(alert?.at[path]?.start, alert?.at[path]?.end);
    expect(words('note')).toBe('😀 x');
    expect(words('info[1]/headline')).toBe('Über');
    expect(words('info[1]/category[1]')).toBe('Geo');
    expect(words('code[2]')).toBe('d');
    expect(words('info[1]')).toMatch(/^<info>.*<\/info>$/s);
    expect(alert?.at['note']).toMatchObject({ line: 2, column: 8 });
    expect(alert?.at['info[1]/headline']).toMatchObject({ line: 4, column: 3 });
    expect(alert?.at['code[2]']).toMatchObject({ line: 6, column: 7 });
  });

  test('an element that is empty has an empty place', () => {
    const { alerts } = read(alertXml('<note/><source>  </source>'));
    const { note, source } = alerts[0]?.at ?? {};
    expect(note?.end).toBe(note?.start);
    expect(source?.end).toBe(source?.start);
  });

  test('a place inside CDATA, and around several pieces', () => {
    const { text, alerts } = read(alertXml('<note> <![CDATA[ a<b ]]> </note><source>a<!-- no -->b</source>'));
    const words = (path: string): string | undefined =>
      text?.slice(alerts[0]?.at[path]?.start, alerts[0]?.at[path]?.end);
    expect(alerts[0]).toMatchObject({ note: 'a<b', source: 'ab' });
    expect(words('note')).toBe('a<b');
    expect(words('source')).toBe('a<!-- no -->b');
  });
});

describe('values', () => {
  test('entities, character references and line ends', () => {
    const { alerts } = read(alertXml('<note>&lt;&amp;&gt;&quot;&apos;&#233;&#x1F600;\r\nnext\rlast</note>'));
    expect(alerts[0]?.note).toBe('<&>"\'é😀\nnext\nlast');
  });

  test('elements in a text are read with their words and reported', () => {
    const { alerts, findings } = read(alertXml('<note>Go <b>now</b>!</note>'));
    expect(alerts[0]?.note).toBe('Go now!');
    expect(findings.map((f) => f.code)).toEqual(['cap.element.nested']);
  });

  test('an empty optional element is absent', () => {
    const { alerts, findings } = read(alertXml('<note/><references> </references>'));
    expect(alerts[0]).toMatchObject({ note: null, references: [] });
    expect(findings.map((f) => f.code)).toEqual(['cap.references.empty']);
  });

  test('extensions are kept whole, with the namespaces of their attributes', () => {
    const { alerts } = read(
      alertXml('<e:x xmlns:e="urn:e" e:a="1" b="2" xml:lang="dv">t<![CDATA[u]]><y xmlns="">v</y><!-- - --></e:x>'),
    );
    expect(alerts[0]?.extra).toEqual([
      {
        name: 'e:x',
        namespace: 'urn:e',
        attributes: [
          { name: 'e:a', namespace: 'urn:e', value: '1' },
          { name: 'b', namespace: '', value: '2' },
          { name: 'xml:lang', namespace: 'http://www.w3.org/XML/1998/namespace', value: 'dv' },
        ],
        children: ['tu', { name: 'y', namespace: '', attributes: [], children: ['v'] }],
      },
    ]);
  });

  test('a mandatory element twice with the same words is used', () => {
    const { alerts, findings } = read(alertXml('<status> Actual </status>'));
    expect(alerts).toHaveLength(1);
    expect(findings.map((f) => `${f.severity} ${f.code}`)).toEqual(['error cap.status.repeated']);
  });
});

describe('older versions', () => {
  test('CAP 1.1 allows a time in Z and a resource without a type', () => {
    const text = alertXml(
      infoXml('<resource><resourceDesc>Map</resourceDesc></resource><onset>2024-05-01T07:00:00Z</onset>'),
      'urn:oasis:names:tc:emergency:cap:1.1',
    );
    const { alerts, findings } = read(text);
    expect(findings).toEqual([]);
    expect(alerts[0]?.version).toBe('1.1');
  });

  test('CAP 1.0 writes pairs with an equals sign and knows Very Likely', () => {
    const info =
      '<info><event>Quake</event><urgency>Past</urgency><severity>Minor</severity><certainty>Very Likely</certainty>' +
      '<parameter>depth = 10 km</parameter><area><areaDesc>Hill</areaDesc><geocode>fips6=006037</geocode></area></info>';
    const { alerts, findings } = read(alertXml(info, 'http://www.incident.com/cap/1.0'));
    expect(findings).toEqual([]);
    expect(alerts[0]?.version).toBe('1.0');
    expect(alerts[0]?.infos[0]).toMatchObject({
      certainty: 'Very Likely',
      parameters: [{ valueName: 'depth', value: '10 km' }],
      areas: [{ geocodes: [{ valueName: 'fips6', value: '006037' }] }],
    });
  });
});

describe('XML that is none', () => {
  const faults: readonly (readonly [string, RegExp])[] = [
    ['<alert>', /ends before “alert” is closed/],
    ['<a></b>', /closed that was not the last/],
    ['<a/><b/>', /second element/],
    ['<a/>x', /text outside/],
    ['<a b="" b=""/>', /“b” stands twice/],
    ['<p:a/>', /prefix “p” is not declared/],
    ['<a>&#0;</a>', /by a number that is no character/],
    ['<a>&;</a>', /written as &amp;/],
    ['<a>]]></a>', /“\]\]>” stands in text/],
    ['<!-- a -- b --><a/>', /“--” inside/],
    ['<a>1 < 2</a>', /written as &lt;/],
    ['<a>\u0001</a>', /character that XML does not allow/],
    ['<a', /ends in the middle of a tag/],
    ['<!-- only a comment -->', /no element/],
    [' <?xml version="1.0"?><a/>', /before the XML declaration/],
    ['<a b/>', /not well-formed XML/],
  ];
  test.each(faults)('%j', (text, words) => {
    const { alerts, findings } = read(text);
    expect(alerts).toEqual([]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'error', code: 'xml.not-well-formed' });
    expect(findings[0]?.message).toMatch(words);
    expect(findings[0]?.where.line).toBe(1);
  });

  test('an entity says which one and where', () => {
    const [finding] = read('<a>\n  &eacute;&other;</a>').findings;
    expect(finding).toMatchObject({ code: 'xml.entity', where: { line: 2, column: 3 } });
    expect(finding?.message).toMatch(/^&eacute; is not defined/);
  });

  test('a DOCTYPE behind comments and instructions, in any version of XML', () => {
    const text = '<?xml version="1.1"?>\n<!-- <!DOCTYPE no> --><?a b?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>';
    expect(read(text).findings).toMatchObject([{ code: 'xml.doctype', where: { line: 3, column: 1 } }]);
    expect(read('<a/><!DOCTYPE a>').findings).toMatchObject([{ severity: 'error' }]);
    expect(read(alertXml('<!DOCTYPE a>')).alerts).toEqual([]);
  });

  test('long runs of one thing end', () => {
    const many = 200_000;
    for (const piece of ['&amp;', '<![CDATA[]]>', '<!---->', ' ', '\r\n', ']', '&#1;', '<?a?>'])
      expect(readCap(utf8(alertXml(`<note>${piece.repeat(many)}</note>`))).text).not.toBeNull();
    for (const open of ['<!--', '<?', '<![CDATA[', '<a b="', '&', '<'])
      expect(readCap(utf8(alertXml(open.repeat(many)))).alerts).toEqual([]);
  });
});
