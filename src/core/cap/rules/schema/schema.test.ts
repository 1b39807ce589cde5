/**
 * The verdicts on elements and their order, written by hand after the schemas and XML Schema 1.0. Each trap here was found by comparing with a
 * validator over many thousand changed alerts; where that one errs, the rows say so.
 */
import { describe, expect, test } from 'vitest';
import { check } from '../../check.ts';
import { ruleOf } from '../index.ts';
import { alertXml, areaXml, faultsOf, infoXml, resourceXml } from './faults.fixture.ts';
import { misplaced } from './order.ts';

test('whole alerts of each version are valid', () => {
  for (const version of ['1.0', '1.1', '1.2'] as const) expect(faultsOf(alertXml(infoXml(''), version))).toEqual([]);
});

describe('sequences', () => {
  const pair = '<valueName>a</valueName><value>b</value>';
  test.each([
    ['too late', '<source>x</source><code>c</code>', ['cap.element.order /source']],
    ['one of two', '<note>x</note><code>c</code>', ['cap.element.order /code[1]']],
    ['apart', '<code>c</code><note>x</note><code>d</code>', ['cap.element.order /code[2]']],
    ['twice', '<note>x</note><note>y</note>', ['cap.note.repeated /note']],
    ['unknown', '<note>x</note><notes/>', ['cap.element.unknown /notes']],
    ['in the wrong holder', '<event>x</event>', ['cap.element.unknown /event']],
    ['foreign', '<x xmlns="urn:x"/>', ['cap.element.foreign /x']],
    ['without a namespace', '<note xmlns="">x</note>', ['cap.element.foreign /note']],
    ['of another version', '<note xmlns="urn:oasis:names:tc:emergency:cap:1.1"/>', ['cap.element.foreign /note']],
    ['nested', '<note>x <b xmlns="urn:b">y</b></note>', ['cap.element.nested /note']],
    ['loose', 'x', ['cap.text.stray ']],
    ['a no-break space', '&#160;', ['cap.text.stray ']],
    ['white space', '&#32;\n<!-- x --><?y?>', []],
    // A validator that is widely used takes white space in CDATA for words; to the standard it is white space.
    ['white space in CDATA', '<![CDATA[ ]]>', []],
    [
      'a category that is missing',
      infoXml('').replace('<category>Geo</category>', ''),
      ['cap.category.missing /info[1]/category'],
    ],
    ['a pair', infoXml(`<parameter>${pair}</parameter>`), []],
    [
      'a pair that is turned round',
      infoXml('<parameter><value>b</value><valueName>a</valueName></parameter>'),
      ['cap.element.order /info[1]/parameter[1]/valueName'],
    ],
    [
      'half a pair',
      areaXml(`<geocode>${pair}</geocode><geocode><value/></geocode>`),
      ['cap.valueName.missing /info[1]/area[1]/geocode[2]/valueName'],
    ],
    [
      'an empty info',
      '<info/>',
      ['category', 'event', 'urgency', 'severity', 'certainty'].map((name) => `cap.${name}.missing /info[1]/${name}`),
    ],
  ])('%s', (_, inside, faults) => {
    expect(faultsOf(alertXml(inside))).toEqual(faults);
  });
});

describe('signatures and attributes', () => {
  const dsig = (inside: string): string => `<ds:Signature Id="s">${inside}</ds:Signature>`;

  test.each([
    ['at the end, with anything in it', `${infoXml('')}${dsig('t<ds:x a="b"/><y xmlns="">z</y>')}<ds:Other/>`, []],
    // A validator that is widely used lets it stand among the <info>; the schema names it after them.
    ['before an info', `${dsig('')}${infoXml('')}`, ['cap.element.order /Signature']],
    ['before a note', `${dsig('')}<note/>`, ['cap.element.order /Signature']],
    ['in an info', infoXml(dsig('')), ['cap.element.foreign /info[1]/Signature']],
    ['with a value of CAP in it', dsig('<ds:x><value>t</value></ds:x>'), []],
    [
      'with a broken value of CAP in it',
      dsig('<ds:x><value><note/></value></ds:x>'),
      ['cap.element.nested /Signature/x/value'],
    ],
    // A validator checks a type that is named in a signature; whether that is in order is for whoever verifies it.
    ['with a type that there is not', dsig('<ds:x xsi:type="nothing"/>'), []],
    ['with what CAP knows only elsewhere', dsig('<identifier><note/></identifier>'), []],
  ])('a signature %s', (_, inside, faults) => expect(faultsOf(alertXml(inside))).toEqual(faults));

  test('an alert inside a signature is judged as one', () => {
    const inner = faultsOf(alertXml(dsig('<alert><identifier/></alert>')));
    expect(inner).toHaveLength(5);
    expect(inner).toContain('cap.scope.missing /Signature/alert/scope');
  });

  test('1.1 and 1.0 know no signature', () => {
    expect(faultsOf(alertXml(dsig(''), '1.1'))).toEqual(['cap.element.foreign /Signature']);
    expect(faultsOf(alertXml(dsig(''), '1.0'))).toEqual(['cap.element.foreign /Signature']);
  });

  test.each([
    ['id="x"', 'id'],
    ['xml:lang="en"', 'xml:lang'],
    ['xml:space="preserve"', 'xml:space'],
    ['ds:x=""', 'ds:x'],
    ['xsi:nil="true"', 'xsi:nil'],
    ['xsi:nil="false"', 'xsi:nil'],
    ['xsi:other="x"', 'xsi:other'],
    ['xsi:schemaLocation="a b c" xsi:noNamespaceSchemaLocation="x.xsd" xmlns:q="urn:q"', null],
  ])('%s', (attribute, name) => {
    const faults = (path: string) => (name === null ? [] : [`cap.attribute.unknown ${path}/@${name}`]);
    expect(faultsOf(alertXml(`<note ${attribute}>x</note>`))).toEqual(faults('/note'));
    expect(faultsOf(alertXml('').replace('<alert', `<alert ${attribute}`))).toEqual(faults(''));
    expect(faultsOf(alertXml(infoXml('').replace('<info', `<info ${attribute}`)))).toEqual(faults('/info[1]'));
  });
});

describe('xsi:type', () => {
  const declared = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
  const typed = (type: string, name = 'note', value = 'x'): string[] =>
    faultsOf(alertXml(`<${name} ${declared} xsi:type="${type}">${value}</${name}>`));

  test.each(['xs:string', ' xs:token ', 'xs:normalizedString'])('%j may stand on a string', (type) =>
    expect(typed(type)).toEqual([]),
  );

  test.each(['xs:int', 'string', 'q:string', 'xs:', ':string', 'xs:xs:string', '.*:string', 'xs:nothing'])(
    '%j may not',
    (type) => expect(typed(type)).toEqual(['cap.attribute.unknown /note/@xsi:type']),
  );

  test('not on what has no type with a name', () => {
    const without = alertXml('').replace('<status', `<status ${declared} xsi:type="xs:string"`);
    expect(faultsOf(without)).toEqual(['cap.attribute.unknown /status/@xsi:type']);
    expect(faultsOf(alertXml('').replace('<alert', `<alert ${declared} xsi:type="xs:string"`))).toHaveLength(1);
    const size = (type: string) => faultsOf(alertXml(resourceXml(`<size ${declared} xsi:type="${type}">1</size>`)));
    expect(size('xs:integer')).toEqual([]);
    expect(size('xs:string')).toHaveLength(1);
    // A validator lets types that narrow the element's own stand too; nobody writes them.
    expect(size('xs:byte')).toHaveLength(1);
  });
});

describe('older versions', () => {
  test.each([
    [
      '1.0',
      '<info><event>Quake</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty></info>',
      [],
    ],
    ['1.0', areaXml('<polygon/><geocode>a=b</geocode>'), []],
    [
      '1.0',
      areaXml('<geocode><valueName>a</valueName><value>b</value></geocode>'),
      ['cap.element.nested /info[1]/area[1]/geocode[1]'],
    ],
    ['1.0', resourceXml('<derefUri>x</derefUri>'), ['cap.element.unknown /info[1]/resource[1]/derefUri']],
    ['1.1', infoXml('<resource><resourceDesc>x</resourceDesc></resource>'), []],
    [
      '1.2',
      infoXml('<resource><resourceDesc>x</resourceDesc></resource>'),
      ['cap.mimeType.missing /info[1]/resource[1]/mimeType'],
    ],
  ] as const)('%s: %s', (version, inside, faults) => expect(faultsOf(alertXml(inside, version))).toEqual(faults));

  test('1.0 has a password and may leave the scope out', () => {
    const xml = alertXml('', '1.0').replace('<scope>Public</scope>', '<password>x</password>');
    expect(faultsOf(xml)).toEqual([]);
    expect(faultsOf(alertXml('', '1.1').replace('<scope>Public</scope>', ''))).toEqual(['cap.scope.missing /scope']);
  });
});

describe('what is said', () => {
  const messages = (xml: string): string[] =>
    check(new TextEncoder().encode(xml))
      .alerts.flatMap(({ findings }) => findings)
      .filter(({ code }) => ruleOf(code)?.judges === 'schema')
      .map(({ message }) => message);

  test('the fewest elements are to be moved, and where to', () => {
    const moved = infoXml('', '<headline>x</headline>');
    expect(messages(alertXml(moved))).toEqual([
      '<headline> stands before <certainty>; the schema wants it after that. Move it.',
    ]);
    const late = infoXml(
      '<expires>2024-05-02T10:00:00+03:00</expires><effective>2024-05-01T10:00:00+03:00</effective>',
    );
    expect(messages(alertXml(late))).toEqual([
      '<effective> stands after <expires>; the schema wants it before that. Move it.',
    ]);
  });

  test.each([
    [{ status: 'actual' }, '“actual” is not a <status> of this version of CAP; write it “Actual”.'],
    [{ scope: 'Public ' }, '<scope> has white space around “Public”, which the schema does not allow; take it out.'],
    [
      { msgType: 'Warning' },
      '“Warning” is not a <msgType> of this version of CAP; it can be Alert, Update, Cancel, Ack, Error.',
    ],
    [{ sent: 'noon' }, '<sent> is no date and time: “noon”; write it like 2002-05-24T16:49:00-07:00.'],
  ])('%j', (other, message) => expect(messages(alertXml('', '1.2', other))).toEqual([message]));
});

describe('check', () => {
  const verdicts = (xml: string) => check(new TextEncoder().encode(xml)).alerts[0]?.verdicts;

  test('what reading asks and the schema does not counts against the specification alone', () => {
    expect(verdicts(alertXml('', '1.2', { sender: '' }))).toMatchObject({ schema: 'valid', spec: 'invalid' });
    expect(verdicts(alertXml('', '1.1', { sent: '2024-05-01T10:00:00' }))).toMatchObject({
      schema: 'valid',
      spec: 'invalid',
    });
    const withPassword = alertXml('', '1.0').replace('<scope>', '<password>x</password><scope>');
    expect(verdicts(withPassword)).toMatchObject({ schema: 'valid' });
    expect(verdicts(alertXml('', '1.2', { sent: '2024-05-01T10:00:00Z' }))).toMatchObject({ schema: 'invalid' });
  });
});

test('a hundred thousand faults are found in a moment', () => {
  const many = 50_000;
  // Only the first <note> stands before a <code>; the others are too many.
  expect(faultsOf(alertXml('<note/><code/>'.repeat(many)))).toHaveLength(many);
  expect(faultsOf(alertXml('<x/>y'.repeat(many)))).toHaveLength(2 * many);
});

test('as few as possible are misplaced', () => {
  expect(misplaced([], 3)).toEqual([]);
  expect(misplaced([0, 0, 1, 2, 2], 3)).toEqual([]);
  expect(misplaced([2, 0, 1, 1], 3)).toEqual([{ index: 0, anchor: 3, belongs: 'after' }]);
  expect(misplaced([0, 1, 2, 0], 3)).toEqual([{ index: 3, anchor: 1, belongs: 'before' }]);
  const turns = Array.from({ length: 100_000 }, (_, i) => i % 2);
  expect(misplaced(turns, 2)).toHaveLength(49_999);
});
