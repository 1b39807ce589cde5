/** Feeds, envelopes and other documents around alerts: what is read of them, where it stands, and what is said of the rest. */
import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { readCap } from '../read.ts';
import { alertXml, atom, cap12, edxl, escaped } from './sample.fixture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

function read(text: string, base?: string) {
  const reading = readCap(utf8(text), base === undefined ? {} : { base });
  return {
    ...reading,
    names: reading.alerts.map(({ identifier }) => identifier),
    codes: reading.findings.map(({ severity, code }) => `${severity} ${code}`),
    paths: reading.findings.map(({ where }) => where.path),
    hrefs: reading.links.map(({ href }) => href),
    /** The words at the identifier of each alert. */
    words: reading.alerts.map(({ at }) => reading.text?.slice(at['identifier']?.start, at['identifier']?.end)),
  };
}

const pathsOf = (text: string): (string | undefined)[] =>
  check(utf8(text)).alerts.flatMap(({ findings }) => findings.map(({ where }) => where.path));

describe('alerts in a feed', () => {
  test.each([
    ['an element in content', `<content type="text/xml">${alertXml('a-1')}</content>`],
    ['an element of the entry', alertXml('a-1')],
    [
      'with a prefix',
      alertXml('a-1', { xmlns: '' })
        .replace(/<(\/?)/g, '<$1c:')
        .replace('<c:alert', `<c:alert xmlns:c="${cap12}"`),
    ],
    ['escaped', `<content type="application/cap+xml">${escaped(alertXml('a-1'))}</content>`],
    [
      'escaped with its declaration',
      `<content type="text">\n ${escaped(`<?xml version="1.0"?>\n${alertXml('a-1')}`)}\n</content>`,
    ],
    ['as CDATA', `<summary><![CDATA[\r\n<?xml version="1.0"?><!-- x -->${alertXml('a-1')}\r\n]]></summary>`],
  ])('%s', (_, inside) => {
    const { names, words, codes, container, links } = read(atom(`<entry><title>Flood</title>${inside}</entry>`));
    expect(names).toEqual(['a-1']);
    expect(words).toEqual(['a-1']);
    expect(codes).toEqual([]);
    expect([container, links]).toEqual(['atom', []]);
  });

  test('each in its place, and the fault of one is no fault of another', () => {
    const odd = alertXml('a-2').replace('<scope>Public</scope>', '');
    const text = atom(
      `<entry><content>${alertXml('a-1', { inside: '<odd/>' })}</content></entry><entry><content>${odd}</content></entry><entry>${escaped(alertXml('a-3', { inside: '<odd/>' }))}</entry>`,
    );
    const { names, words, codes, paths } = read(text);
    expect(names).toEqual(['a-1', 'a-3']);
    expect(words).toEqual(['a-1', 'a-3']);
    expect(codes).toEqual([
      'warning cap.element.unknown',
      'error cap.scope.missing',
      'warning cap.element.unknown',
      'error cap.alert.unread',
    ]);
    expect(paths).toEqual([
      '/feed/entry[1]/content/alert/odd',
      '/feed/entry[2]/content/alert/scope',
      '/feed/entry[3]/alert/odd',
      '/feed/entry[2]/content/alert',
    ]);
  });

  test('an escaped one that is broken is reported where it stands, and the others are whole to a check', () => {
    const broken = escaped(alertXml('a-2').replace('</scope>', ''));
    const text = atom(`<entry><content>${broken}</content></entry>\n<entry>${alertXml('a-1')}</entry>`);
    const { names, findings, codes } = read(text);
    expect(names).toEqual(['a-1']);
    expect(codes[0]).toBe('error cap.embedded.unread');
    expect(findings[0]?.where.path).toBe('/feed/entry[1]/content');
    expect(findings[0]?.where.start).toBe(text.indexOf('&lt;/alert'));
    expect(check(utf8(text)).alerts.map(({ verdicts }) => verdicts.xml)).toEqual(['valid']);
  });

  test('a DOCTYPE in an escaped one refuses that one', () => {
    const evil = escaped(`<?xml version="1.0"?><!DOCTYPE alert [<!ENTITY e "x">]>${alertXml('&e;')}`);
    const { names, codes } = read(atom(`<entry><content>${evil}</content></entry><entry>${alertXml('a-1')}</entry>`));
    expect(names).toEqual(['a-1']);
    expect(codes).toContain('error cap.embedded.unread');
  });

  test('RSS 2.0 and RSS 1.0', () => {
    const item = (inside: string): string => `<item><title>Flood</title>${inside}</item>`;
    const rss = `<rss version="2.0"><channel><title>Valley</title>${item(`<description><![CDATA[${alertXml('a-1')}]]></description>`)}${item(alertXml('a-2'))}</channel></rss>`;
    expect(read(rss)).toMatchObject({ container: 'rss', names: ['a-1', 'a-2'], words: ['a-1', 'a-2'], codes: [] });
    expect(pathsOf(rss).every((path) => path?.startsWith('/rss/channel/item['))).toBe(true);
    const rdf = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>${item(alertXml('a-1'))}</r:RDF>`;
    expect(read(rdf)).toMatchObject({ container: 'rss', names: ['a-1'], codes: [] });
  });

  test('an alert without its namespace, and one outside the entries', () => {
    const { codes, paths } = read(atom(`<entry><content>${alertXml('a-1', { xmlns: '' })}</content></entry>`));
    expect(codes).toEqual(['error cap.embedded.unread', 'error cap.entry.unread']);
    expect(paths[0]).toBe('/feed/entry[1]/content/alert');
    const beside = read(atom(alertXml('a-1')));
    expect(beside).toMatchObject({ names: ['a-1'], codes: ['warning cap.entry.outside'] });
  });

  test('an alert inside an alert is not a second one', () => {
    const { names, codes } = read(atom(`<entry>${alertXml('a-1', { inside: alertXml('a-2') })}</entry>`));
    expect(names).toEqual(['a-1']);
    expect(codes).toEqual(['warning cap.element.unknown']);
  });

  test('a feed without entries is no fault; an entry without anything is one, with its name', () => {
    expect(read(atom(''))).toMatchObject({ container: 'atom', names: [], codes: [] });
    const { codes, findings } = read(
      atom('<entry><title>Ice on roads</title><id>urn:x:1</id></entry><entry><id>urn:x:2</id></entry><entry/>'),
    );
    expect(codes).toEqual(Array(3).fill('error cap.entry.unread'));
    expect(findings.map(({ message }) => /^.*? neither/.exec(message)?.[0])).toEqual([
      'The entry “Ice on roads” neither',
      'The entry urn:x:2 neither',
      'An entry without title and id neither',
    ]);
  });

  test('a feed that goes on at another page says so', () => {
    expect(read(atom('<link rel="next" href="https://dam.example/2"/>')).codes).toEqual(['warning cap.feed.unread']);
  });
});

describe('links of a feed', () => {
  const base = 'https://dam.example/feeds/all.atom';
  const entry = (inside: string): string => `<entry><title>Flood</title>${inside}</entry>`;

  test('by type, by enclosure, and what stands beside is left', () => {
    const { hrefs, links, codes } = read(
      atom(
        entry('<link href="https://dam.example/map"/><link type="application/cap+xml" href="/cap/1"/>') +
          entry(
            '<link href="2.html" type="text/html"/><link rel="enclosure" type="application/common-alerting-protocol+xml" href="2"/>',
          ) +
          entry('<content type="application/cap+xml" src="3.xml"/>') +
          entry('<link rel="related" href="no.xml"/><link rel="alternate" href="4.xml"/>'),
      ),
      base,
    );
    expect(hrefs).toEqual([
      'https://dam.example/cap/1',
      'https://dam.example/feeds/2',
      'https://dam.example/feeds/3.xml',
      'https://dam.example/feeds/4.xml',
    ]);
    expect(codes).toEqual([]);
    expect(links[0]).toMatchObject({ title: 'Flood', at: { line: 1 } });
  });

  test('CAP elements in an entry are a digest: no alert, and its plain link leads to one', () => {
    const digest = `<c:identifier>a-1</c:identifier><c:sender>x</c:sender><c:sent>2024-05-01T10:00:00+03:00</c:sent><c:status>Actual</c:status><c:msgType>Alert</c:msgType><c:scope>Public</c:scope>`;
    const { names, hrefs, codes } = read(
      atom(entry(`<link href="get.php?x=1&amp;y=2"/>${digest}`), ` xmlns:c="${cap12}"`),
      base,
    );
    expect(names).toEqual([]);
    expect(hrefs).toEqual(['https://dam.example/feeds/get.php?x=1&y=2']);
    expect(codes).toEqual([]);
  });

  test('a feed of news leads nowhere', () => {
    const { hrefs, codes, findings } = read(atom(entry('<link href="https://news.example/story"/>')), base);
    expect(hrefs).toEqual([]);
    expect(codes).toEqual(['error cap.entry.unread']);
    expect(findings[0]?.message).toContain('https://news.example/story');
  });

  test('an entry that holds its alert is not followed', () => {
    expect(read(atom(entry(`<link type="application/cap+xml" href="1"/>${alertXml('a-1')}`)), base).hrefs).toEqual([]);
  });

  test('RSS: link, enclosure, guid, cap', () => {
    const item = (inside: string): string => `<item><title>Flood</title>${inside}</item>`;
    const { hrefs, codes } = read(
      `<rss xmlns:g="urn:g"><channel>${item('<link> 1.xml </link>')}${item('<link>https://dam.example/page</link><enclosure type="application/cap+xml" url="2"/>')}${item('<guid>https://dam.example/3.cap</guid>')}${item('<enclosure type="image/png" url="x.png"/><g:cap>https://dam.example/4</g:cap>')}</channel></rss>`,
      base,
    );
    expect(hrefs).toEqual([
      'https://dam.example/feeds/1.xml',
      'https://dam.example/2'.replace('/2', '/feeds/2'),
      'https://dam.example/3.cap',
      'https://dam.example/4',
    ]);
    expect(codes).toEqual([]);
  });

  test('xml:base of feed, entry and link', () => {
    const link = (base: string): string => `<link${base} type="application/cap+xml" href="x"/>`;
    const { hrefs } = read(
      atom(
        `<entry xml:base="b/">${link('')}</entry><entry>${link(' xml:base="https://far.example/c/"')}</entry><entry>${link('')}</entry>`,
        ' xml:base="/a/"',
      ),
      base,
    );
    expect(hrefs).toEqual(['https://dam.example/a/b/x', 'https://far.example/c/x', 'https://dam.example/a/x']);
  });

  test('each once; none that a desk must not fetch', () => {
    const link = (href: string): string => entry(`<link type="application/cap+xml" href="${href}"/>`);
    const { hrefs, codes } = read(
      atom(
        link('a') +
          link('/feeds/a') +
          link('javascript:1') +
          link('file:///etc/passwd') +
          link('https://me:pw@dam.example/'),
      ),
      base,
    );
    expect(hrefs).toEqual(['https://dam.example/feeds/a']);
    expect(codes).toEqual(Array(3).fill('error cap.link.refused'));
  });

  test('without the address of the feed a relative one stands as written', () => {
    const { hrefs, codes } = read(atom(entry('<link type="application/cap+xml" href="cap/1"/>')));
    expect([hrefs, codes]).toEqual([['cap/1'], ['warning cap.link.relative']]);
  });

  test('no more than a desk can fetch', () => {
    const many = Array.from({ length: 5002 }, (_, i) => entry(`<link type="application/cap+xml" href="${i}"/>`)).join(
      '',
    );
    const { hrefs, codes } = read(atom(many), base);
    expect(hrefs).toHaveLength(5000);
    expect(codes).toEqual(['error cap.links.too-many']);
  });
});

describe('EDXL-DE', () => {
  const embedded = (xml: string): string =>
    `<contentObject><contentDescription>x</contentDescription><xmlContent><embeddedXMLContent>${xml}</embeddedXMLContent></xmlContent></contentObject>`;
  const encoded = (type: string, data: string): string =>
    `<contentObject><nonXMLContent><mimeType>${type}</mimeType><contentData>${data}</contentData></nonXMLContent></contentObject>`;

  test('elements, and paths', () => {
    const text = edxl(embedded(alertXml('a-1')) + embedded(alertXml('a-2', { inside: '<odd/>' })));
    const { container, names, paths } = read(text);
    expect([container, names]).toEqual(['edxl-de', ['a-1', 'a-2']]);
    expect(paths).toEqual(['/EDXLDistribution/contentObject[2]/xmlContent/embeddedXMLContent/alert/odd']);
  });

  test('base64: read, with the place of the whole', () => {
    const text = edxl(encoded('application/cap+xml', base64(alertXml('a-1')).replace(/.{20}/g, '$&\n  ')));
    const { names, words, codes } = read(text);
    expect(names).toEqual(['a-1']);
    expect(codes).toEqual(['info cap.embedded.base64']);
    expect(words[0]?.replace(/\s/g, '')).toBe(base64(alertXml('a-1')));
  });

  test('base64 that is none, and what is no CAP', () => {
    expect(read(edxl(encoded('text/xml', 'PGE?'))).codes).toEqual(['error cap.embedded.unread']);
    expect(read(edxl(encoded('image/png', 'AAAA'))).codes).toEqual(['error cap.edxl.no-alert']);
    expect(read(edxl(encoded('image/png', 'AAAA') + embedded(alertXml('a-1')))).codes).toEqual([]);
  });

  test('an address of content', () => {
    const text = edxl(
      '<contentObject><nonXMLContent><mimeType>application/cap+xml</mimeType><uri>https://dam.example/1</uri></nonXMLContent></contentObject>',
    );
    expect(read(text)).toMatchObject({ hrefs: ['https://dam.example/1'], codes: [] });
  });

  test('extracts are not read beside the alert, and alone with a warning', () => {
    const extract = `<keyXMLContent>${alertXml('a-0')}</keyXMLContent>`;
    const both = edxl(
      `<contentObject><xmlContent>${extract}<embeddedXMLContent>${alertXml('a-1')}</embeddedXMLContent></xmlContent></contentObject>`,
    );
    expect(read(both)).toMatchObject({ names: ['a-1'], codes: [] });
    const alone = edxl(`<contentObject><xmlContent>${extract}</xmlContent></contentObject>`);
    expect(read(alone)).toMatchObject({ names: ['a-0'], codes: ['warning cap.edxl.extract'] });
  });

  test('an envelope that says otherwise than its alert', () => {
    for (const status of ['Exercise', 'Test', 'System']) {
      const { codes, findings } = read(edxl(embedded(alertXml('a-1')), { status }));
      expect(codes).toEqual(['warning cap.edxl.drill']);
      expect(findings[0]?.message).toContain(`calls this ${status}`);
    }
    expect(read(edxl(embedded(alertXml('a-1', { status: 'Exercise' })), { status: 'Exercise' })).codes).toEqual([]);
    expect(read(edxl(embedded(alertXml('a-1')), { type: 'Cancel' })).codes).toEqual(['warning cap.edxl.type']);
    expect(read(edxl(embedded(alertXml('a-1')), { type: 'Update' })).codes).toEqual([]);
  });

  test('in the content of a feed, and escaped', () => {
    const text = atom(
      `<entry><content>${edxl(embedded(alertXml('a-1')))}</content></entry><entry><content>${escaped(edxl(embedded(alertXml('a-2'))))}</content></entry>`,
    );
    expect(read(text)).toMatchObject({ names: ['a-1', 'a-2'], words: ['a-1', 'a-2'], codes: [] });
  });
});

describe('other documents', () => {
  test('several in one file: all are read, and the fault stays', () => {
    const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
    const text = `${declaration}${alertXml('a-1')}\n\uFEFF${declaration}${alertXml('a-2', { inside: '<odd/>' })}${alertXml('a-3')}`;
    const { container, names, words, codes, paths } = read(text);
    expect([container, names]).toEqual(['several', ['a-1', 'a-2', 'a-3']]);
    expect(words).toEqual(names);
    expect(codes).toEqual(['error xml.not-well-formed', 'warning cap.element.unknown']);
    expect(paths[1]).toBe('/alert[2]/odd');
  });

  test('several of which one is broken: those before it are read, and it is said that the rest is not', () => {
    const { names, codes } = read(`${alertXml('a-1')}${alertXml('a-2').replace('</scope>', '')}${alertXml('a-3')}`);
    expect(names).toEqual(['a-1']);
    expect(codes).toEqual(['error xml.not-well-formed', 'error xml.not-well-formed', 'error cap.rest.unread']);
  });

  test('a wrapper that nobody knows: read, with a warning', () => {
    const soap = (inside: string): string =>
      `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><postAlert>${inside}</postAlert></s:Body></s:Envelope>`;
    for (const inside of [alertXml('a-1'), escaped(alertXml('a-1')), `<![CDATA[${alertXml('a-1')}]]>`]) {
      const { container, names, words, codes } = read(soap(inside));
      expect([container, names, words]).toEqual(['wrapper', ['a-1'], ['a-1']]);
      expect(codes).toEqual(['warning cap.wrapper.unknown']);
    }
    expect(read(soap('')).codes).toEqual(['error cap.root.wrong']);
  });

  test('a text in a text in a text is not read, with a finding', () => {
    const deep = escaped(`<?xml version="1.0"?><x>${escaped(alertXml('a-1'))}</x>`);
    expect(read(atom(`<entry>${deep}</entry>`))).toMatchObject({ names: [] });
    expect(read(atom(`<entry>${deep}</entry>`)).codes).toContain('error cap.embedded.unread');
  });

  test('two signatures are kept with the alert, and say nothing of what it warns of', () => {
    const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>';
    const reading = read(alertXml('a-1', { inside: signature + signature }));
    expect(reading.codes).toEqual([]);
    expect(reading.alerts[0]?.extra.map(({ name }) => name)).toEqual(['Signature', 'Signature']);
  });

  test('a heartbeat with references is an alert of the status System, without a warning', () => {
    const beat = alertXml('hb-1', {
      status: 'System',
      inside: '<references>dam@valley.example,a-1,2024-05-01T10:00:00+03:00</references>',
    });
    expect(read(beat)).toMatchObject({ names: ['hb-1'], codes: [] });
  });

  test('time is linear in the bytes', () => {
    const since = performance.now();
    for (const piece of [
      '<entry/>',
      `<entry>${escaped(alertXml('a'))}</entry>`,
      '<entry><content>&lt;alert </content></entry>',
      '<entry><x><![CDATA[<alert ]]></x></entry>',
    ])
      expect(read(atom(piece.repeat(10_000))).container).toBe('atom');
    expect(
      read(atom(`<entry><content>${escaped(`<?xml ?>${cap12}`)}${'&lt;'.repeat(500_000)}</content></entry>`)).names,
    ).toEqual([]);
    expect(performance.now() - since).toBeLessThan(10_000);
  });
});
