/** A page written to harm whoever reads it: on the report's page all of it is text, and nothing of it is an element, an attribute or an address. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placeById } from '../../core/geo/gazetteer/gazetteer.ts';
import { documentOfHtml } from '../../read/document/html.ts';
import { readMarkup } from '../../read/document/markup.ts';
import { readDocument } from '../../read/read.ts';
import { reportPage } from '../report.tsx';

const at = Date.parse('2021-08-26T07:30:00Z');
const moment = { valid: at, seq: 1, at, isPast: false, heardUntil: at };
const surround = {
  ...{ deskName: 'Desk', operator: null, exercise: null, path: '/reports/r-1', moment },
  ...{ stylesheet: '/s.css', icon: null, script: null, borders: null, fonts: [] },
};

/** As the desk would show it, read like any article. */
function shown(html: string): string {
  const made = documentOfHtml(html);
  const { document, findings, ...said } = readDocument(made.document, made.findings);
  const { title, publisher, publishedAt } = document;
  const about = { url: null, fetchedAt: at, source: 'article', recorded: { seq: 1, at } };
  return reportPage(surround, {
    report: {
      ...{ ...about, alsoAt: [], id: 'r-1', hash: 'a'.repeat(64), type: 'text/html', by: 'Ana', size: html.length },
      findings,
    },
    reading: { ...about, report: 'r-1', trust: 'reported', title, publisher, publishedAt, said },
    ...{ alerts: [], source: { kind: 'text', text: html }, document, situations: [] },
  });
}

interface Seen {
  readonly elements: Set<string>;
  readonly attributes: Set<string>;
  readonly values: string[];
  text: string;
}

/** What a browser would make of it. */
function seen(html: string): Seen {
  const all: Seen = { elements: new Set(), attributes: new Set(), values: [], text: '' };
  readMarkup(html, {
    open: (name, attributes) => {
      all.elements.add(name);
      for (const [key, value] of attributes) {
        all.attributes.add(`${name} ${key}`);
        all.values.push(value);
      }
    },
    close: () => {},
    text: (text) => {
      all.text += text;
    },
  });
  return all;
}

/** A plain document with every zone, in which something of each kind is read: what our own page is made of. */
const ours = seen(
  shown(
    '<html lang=en><title>News</title><h1>Attack at the airport</h1><h2>What is known</h2><p>The U.S. Embassy said on Thursday: leave Kabul airport now. Nobody has given details.</p><ul><li>From 100 to 200 people were hurt.</ul><figure><figcaption>Crowds of people wait at the gate</figcaption></figure><p>Crowds of people wait at the gate</p><p hidden>x</p><nav>Home</nav>',
  ),
);

function isPlain(html: string): void {
  const page = seen(shown(html));
  expect([...page.elements].filter((name) => !ours.elements.has(name))).toEqual([]);
  expect([...page.attributes].filter((name) => !ours.attributes.has(name))).toEqual([]);
  expect(page.values.filter((value) => /evil|javascript:|^data:|expression\(/i.test(value))).toEqual([]);
  // No mark that turns the text around, in whatever part of the page.
  expect(shown(html)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
}

const told = 'Leave Kabul airport now.';

describe('the page of a hostile article', () => {
  test.each([
    ['a script', `<p>${told}</p><script>alert("evil")</script>`],
    ['a script written as text', `<p>${told} &lt;script&gt;alert("evil")&lt;/script&gt;</p>`],
    ['a script in the title', `<title>&lt;/title&gt;&lt;script&gt;evil()&lt;/script&gt;</title><p>${told}</p>`],
    ['handlers', `<p onclick="evil()" onmouseover=evil()>${told}<img src=x onerror=evil() alt="A gate of it"></p>`],
    ['addresses', `<p><a href="javascript:evil()">${told}</a> <a href="https://evil.example/">More of it</a></p>`],
    [
      'a base and a refresh',
      `<base href=//evil.example/><meta http-equiv=refresh content="0;url=//evil.example"><p>${told}`,
    ],
    ['a drawing', `<p>${told}</p><svg onload=evil()><a xlink:href="javascript:evil()"><text>x</text></a></svg>`],
    ['a drawing in a drawing', `<svg></p><style><a id="</style><img src=1 onerror=evil()>"></svg><p>${told}</p>`],
    [
      'a formula',
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=evil()&gt;"></math><p>${told}`,
    ],
    [
      'forms in forms',
      `<p>${told}</p><form action=//evil.example><form id=x><input name=evil><button formaction=//evil.example>Go`,
    ],
    [
      'frames',
      `<p>${told}</p><iframe srcdoc="<script>evil()</script>"></iframe><object data=//evil.example></object><embed src=//evil.example>`,
    ],
    [
      'comments that look closed',
      `<p>${told}</p><!--><img src=x onerror=evil()>--><!-- --!><img src=x onerror=evil()> -->`,
    ],
    ['CDATA', `<p>${told}</p><![CDATA[<img src=x onerror=evil()>]]>`],
    ['plaintext', `<p>${told}</p><plaintext><img src=x onerror=evil()></plaintext><p>x</p>`],
    [
      'xmp and listing',
      `<p>${told}</p><xmp><img src=x onerror=evil()></xmp><listing>&lt;img src=x onerror=evil()&gt;</listing>`,
    ],
    ['an attribute that is never closed', `<p>${told}</p><p title="></p><img src=x onerror=evil()>`],
    ['styles', `<style>@import "//evil.example";</style><p style="background:url(//evil.example)">${told}</p>`],
    ['a language that is none', `<html lang='en" onload="evil()'><p>${told}</p>`],
    ['entities without end', `<p>${told} &#60script&#62evil()&#x3c;/script&#x3e;</p>`],
    ['a publisher', `<meta property="og:site_name" content="<img src=x onerror=evil()>"><p>${told}</p>`],
  ])('%s', (_, html) => {
    isPlain(html);
    expect(seen(shown(html)).text.replace(/\s+/g, ' ')).toMatch(
      /Leave Kabul airport now|Leave Kabul airport[a-z ]*now/,
    );
  });

  test('words whose order, letters or digits deceive are shown as they are stored', () => {
    const html = `<p>\u202eevil\u202c Do \u2066not\u2069 le\u200bave the air\u00adport. \u0661\u0662 people, О5 gates, ⅠⅠ, \u{1d7d3}00 fighters.</p>`;
    isPlain(html);
    const { text } = seen(shown(html));
    expect(text).toContain('evil Do not leave the airport');
    expect(text).toContain('. \u0661\u0662 people, О5 gates, ⅠⅠ, \u{1d7d3}00 fighters.');
    expect(text).toContain('4 marks that turn the direction of text were left out');
    expect(text).toContain('2 marks without width were left out');
  });

  test('of very many blocks the page shows a beginning, and says how many it leaves out', () => {
    const html = shown('<p>a</p>'.repeat(300_000));
    expect(html.length).toBeLessThan(5_000_000);
    expect(seen(html).text).toContain('295,000 blocks left out here; the bytes hold everything.');
  });

  const vectors = join(import.meta.dirname, '../../../../shared/data/hostile/dompurify-vectors.json');
  test.skipIf(!existsSync(vectors))('the vectors of a sanitiser, where they are at hand (skipped without them)', () => {
    const all = JSON.parse(readFileSync(vectors, 'utf8')) as readonly { readonly payload: string }[];
    expect(all.length).toBeGreaterThan(100);
    for (const { payload } of all) isPlain(`<p>${told}</p>${payload}`);
  });
});

test('the plain page that hostile ones are held against is one where something was read', () => {
  expect(placeById('KBL')?.name).toBeDefined();
  expect(ours.elements.has('mark')).toBe(true);
  expect(ours.elements.has('script')).toBe(false);
});
