/** Documents that were put one behind the other, which XML forbids and files have. */
import { expect, test } from 'vitest';
import { Findings } from '../../finding.ts';
import { Places } from './places.ts';
import { maxNodes, parseDocuments, parseXml } from './tree.ts';

function parse(text: string) {
  const findings = new Findings();
  const { roots, isWellFormed, stoppedAt } = parseDocuments(new Places(text), findings);
  const found = findings.list();
  return {
    words: roots.map(({ start, end }) => text.slice(start, end)),
    codes: found.map(({ code }) => code),
    at: found.map(({ where }) => where.start),
    isWellFormed,
    stoppedAt,
  };
}

const whole = { isWellFormed: true, codes: [], stoppedAt: null };

test('one document, with what XML allows around it', () => {
  expect(parse('<a>1</a>')).toMatchObject({ ...whole, words: ['<a>1</a>'] });
  expect(parse('<?xml version="1.0"?><!-- x --><a/><!-- y --> <?z?>\n')).toMatchObject({ ...whole, words: ['<a/>'] });
});

test.each([
  ['nothing', '<a>1</a><b>2</b>'],
  ['white space', '<a>1</a>\r\n \t<b>2</b>'],
  ['a declaration', '<?xml version="1.0"?><a>1</a>\n<?xml version="1.0" encoding="UTF-8"?>\n<b>2</b>'],
  ['a byte order mark', '<a>1</a>\uFEFF<b>2</b>'],
  ['a mark and a declaration', '<a>1</a>\n\uFEFF<?xml version="1.0"?><b>2</b>'],
  ['comments and instructions', '<a>1</a><!-- <c/> --><?go on?><b>2</b><!-- end -->'],
])('two with %s between', (_, text) => {
  const { words, codes, isWellFormed, stoppedAt } = parse(text);
  expect(words).toEqual(['<a>1</a>', '<b>2</b>']);
  expect(codes).toEqual(['xml.not-well-formed']);
  expect([isWellFormed, stoppedAt]).toEqual([false, null]);
  expect(parseXml(new Places(text), new Findings())).toBeNull();
});

test('white space before the declaration is reported, and the document is read', () => {
  expect(parse('\n <?xml version="1.0"?><a/>')).toMatchObject({
    words: ['<a/>'],
    codes: ['xml.not-well-formed'],
    isWellFormed: false,
  });
});

test('what stands whole before a fault is kept, and the place of the fault is told', () => {
  expect(parse('<a/>x<b/>')).toMatchObject({ words: ['<a/>'], codes: ['xml.not-well-formed'], stoppedAt: 5 });
  expect(parse('<a/><b>')).toMatchObject({ words: ['<a/>'], isWellFormed: false, stoppedAt: 7 });
  expect(parse('<a/><b>&eacute;</b><c/>')).toMatchObject({
    words: ['<a/>'],
    codes: ['xml.not-well-formed', 'xml.entity'],
    at: [4, 7],
  });
  expect(parse('<a>')).toMatchObject({ words: [], stoppedAt: 3 });
});

test('a DOCTYPE anywhere refuses them all', () => {
  for (const text of ['<!DOCTYPE a><a/>', '<a/><!DOCTYPE a><a/>', '<a/><?xml version="1.0"?><!DOCTYPE b><b/>'])
    expect(parse(text)).toMatchObject({ words: [], isWellFormed: false });
  expect(parse('<a/><?xml version="1.0"?><!DOCTYPE b><b/>').codes).toContain('xml.doctype');
});

test('the limit holds for all of them together, and many end soon', () => {
  const { words, codes } = parse('<a/>'.repeat(maxNodes + 1));
  expect(words.length).toBeGreaterThan(9000);
  expect(codes).toEqual(['xml.not-well-formed', 'xml.too-many-elements']);
});
