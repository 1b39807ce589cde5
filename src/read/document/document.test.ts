import { describe, expect, test } from 'vitest';
import type { Document } from '../../core/text/reading.ts';
import { DocumentBuilder } from './builder.ts';
import { documentOfHtml } from './html.ts';
import { documentOfText } from './text.ts';

const shown = ({ text, blocks }: Document): string[] =>
  blocks.map(
    ({ zone, start, end, duplicateOf }) =>
      `${zone}${duplicateOf === undefined ? '' : `=${duplicateOf}`}: ${text.slice(start, end)}`,
  );
const inText = (raw: string): string[] => shown(documentOfText(raw).document);
const inHtml = (raw: string): string[] => shown(documentOfHtml(raw).document);

describe('plain text', () => {
  test('title, dateline, body', () => {
    const { document } = documentOfText('Minister speaks\n\nLondon, 26 August 2021\n\nHe said so.\r\n\r\nShe did not.');
    expect(shown(document)).toEqual([
      'title: Minister speaks',
      'status: London, 26 August 2021',
      'body: He said so.',
      'body: She did not.',
    ]);
    expect(document).toMatchObject({ title: 'Minister speaks', day: '2021-08-26', publishedAt: null });
  });
  test('a day in the title is the document’s', () => {
    const { document } = documentOfText('Security Alert (August 28, 2021)\n\nLocation: Kabul\n\nEvent: A threat.\n');
    expect(document.day).toBe('2021-08-28');
    expect(shown(document).slice(1)).toEqual(['body: Location: Kabul', 'body: Event: A threat.']);
  });
  test('headings, lists, captions, what was said before, and what is not the article', () => {
    const raw = [
      ...[
        'Why it matters',
        '',
        'Crowds wait at the gate (PHOTO: AP)',
        'Crowds wait at gate (PHOTO: AP)',
        '',
        'What is known?',
        '',
      ],
      ...[
        'It is dangerous.',
        '',
        'Actions to take:',
        '• Leave the place.',
        '• Keep watch.',
        '',
        '(With information from AFP)',
        '',
      ],
      ...[
        'Who are the people at the gate of the airport',
        'Over a “threat”, people are asked to go',
        '',
        'Source link',
      ],
    ].join('\n');
    expect(inText(raw)).toEqual([
      'title: Why it matters',
      'caption: Crowds wait at the gate (PHOTO: AP)',
      'caption=1: Crowds wait at gate (PHOTO: AP)',
      'heading: What is known?',
      'body: It is dangerous.',
      'heading: Actions to take:',
      'list: • Leave the place.',
      'list: • Keep watch.',
      'boilerplate: (With information from AFP)',
      'related: Who are the people at the gate of the airport',
      'related: Over a “threat”, people are asked to go',
      'boilerplate: Source link',
    ]);
  });
  test('hard-wrapped lines are one paragraph', () => {
    const wrapped =
      'The river rose in the night and the people who live along its\nbanks were told to leave their houses and to go to the school\non the hill, which is open. The bridge at the mill is closed.\nNobody is hurt as far as the town knows at this time, it said.\nMore rain comes.';
    expect(inText(`Flood\n\n${wrapped}\n`)).toEqual(['title: Flood', `body: ${wrapped}`]);
  });
  test('a sentence of the body is no copy of its caption', () => {
    const same = 'Crowds of people wait at the gate';
    const [first, second] = documentOfText(`Title\n\n${same} (Photo: AP)\n\n${same}.\n`).document.blocks.slice(1);
    expect([first?.zone, second?.zone, second?.duplicateOf]).toEqual(['caption', 'body', undefined]);
  });
  test('drops what nobody can see and says so', () => {
    const { document, findings } = documentOfText(
      'Do \u202enot\u202c go\u0000 to the air\u200bport\ud800.\u0085New line',
    );
    expect(document.text).toBe('Do not go to the airport.\nNew line');
    expect(findings.map(({ code }) => code)).toEqual([
      'document.direction-marks',
      'document.unseen-marks',
      'document.controls',
    ]);
  });
  test('a joiner in a Latin word or a number joins nothing', () => {
    const { document, findings } = documentOfText('Le\u200cave the air\u200d\u200cport by 1\u200d0.');
    expect(document.text).toBe('Leave the airport by 10.');
    expect(findings).toMatchObject([{ code: 'document.unseen-marks', message: expect.stringMatching(/^4 marks/) }]);
  });
  test('keeps the joiners that Persian needs', () =>
    expect(documentOfText('می\u200cرود').document.text).toBe('می\u200cرود'));
  test('nothing at all', () =>
    expect(documentOfText('').document).toMatchObject({ text: '', blocks: [], title: null, day: null }));
});

describe('a web page', () => {
  const page = (body: string, head = ''): string =>
    `<!doctype html><html lang=en-GB><head>${head}</head><body>${body}</body></html>`;

  test('what it says of itself', () => {
    const data =
      '{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"headline":"H","datePublished":"2021-08-26T04:45:00+04:30","publisher":[{"name":"A &amp; B"}]}]}';
    const { document } = documentOfHtml(
      page('<h1>The &amp;lt;title&amp;gt;</h1><p>x', `<script type="application/ld+json">${data}</script>`),
    );
    expect(document).toMatchObject({
      language: 'en-GB',
      publisher: 'A &amp; B',
      title: 'The &lt;title&gt;',
      day: '2021-08-26',
    });
    expect(document.publishedAt).toBe(Date.UTC(2021, 7, 26, 0, 15));
  });
  test('meta and title stand in', () => {
    const head =
      '<title>T of page</title><meta property="og:site_name" content="Desk"><meta name=date content=2021-08-26>';
    const { document } = documentOfHtml(page('<p>Text.</p>', head));
    expect(document).toMatchObject({ title: 'T of page', publisher: 'Desk', publishedAt: null, day: '2021-08-26' });
    expect(shown(document)).toEqual(['title: T of page', 'body: Text.']);
  });
  test('the article in zones, the rest labelled', () => {
    const body = `<header><nav><a href=/>Home</a></nav></header><main><article><h1>Head</h1><p>By <b>A</b> and<br>B</p>
      <figure><img alt="A gate of it"><figcaption>A gate of it, closed</figcaption></figure><h2>Part</h2><p>One. <a href=x>Two</a>.<ul><li>First<li>Second</ul>
      <p>(Reporting by A)</article><article><h2>Another story</h2><p>Teaser.</article><aside class=related><h3>Related</h3><a href=y>More</a></aside></main><footer>© Desk</footer>`;
    expect(inHtml(page(body))).toEqual([
      ...[
        'boilerplate: Home',
        'title: Head',
        'body: By A and\nB',
        'caption: A gate of it',
        'caption: A gate of it, closed',
        'heading: Part',
      ],
      ...[
        'body: One. Two.',
        'list: First',
        'list: Second',
        'boilerplate: (Reporting by A)',
        'related: Another story',
        'related: Teaser.',
      ],
      ...['related: Related', 'related: More', 'boilerplate: © Desk'],
    ]);
  });
  test('what is hidden is not there', () => {
    const body =
      '<p>Stay.<span hidden>Go.</span></p><script>Go</script><style>Go</style><noscript>Go</noscript><template><p>Go</p></template><div style="color:red;display: none"><p>Go</p></div><textarea>Go</textarea><p onclick="Go">Here</p><svg><text>Go</text></svg>';
    const { document, findings } = documentOfHtml(page(body));
    expect(shown(document)).toEqual(['body: Stay.', 'body: Here']);
    // “Go” in script and style is code; in the span, noscript, template, div, textarea and drawing it is text, and “.” ends one.
    expect(findings).toMatchObject([{ severity: 'info', code: 'document.unshown' }]);
    expect(findings[0]?.message).toMatch(/^13 characters of text /);
  });
  test('nothing hidden, nothing said', () => {
    const { findings } = documentOfHtml(
      page('<p>Stay.</p><script>go()</script><svg><path/></svg><noscript> </noscript>'),
    );
    expect(findings).toEqual([]);
  });
  test.each([
    '<div aria-hidden="true"><p>Leave now.</p></div>',
    '<div style="display:none;display:block"><p>Leave now.</p></div>',
    '<div hidden style="display: block"><p>Leave now.</p></div>',
    '<div hidden="until-found"><p>Leave now.</p></div>',
    '<div style="visibility:hidden; visibility:visible"><p>Leave now.</p></div>',
  ])('what a reader sees is read, whatever its wrapper says: %s', (body) => {
    const { document, findings } = documentOfHtml(page(body));
    expect(shown(document)).toEqual(['body: Leave now.']);
    expect(findings).toEqual([]);
  });
  test.each([
    ['<p>A</p><svg><p>Leave now.</p><p>B</p>', ['body: A', 'body: Leave now.', 'body: B']],
    ['<p>A</p><math><mi>x</mi><p>Leave now.</p>', ['body: A', 'body: x', 'body: Leave now.']],
    ['<p>A</p><svg><title>Leave now.<text>And stay away.', ['body: A', 'body: Leave now.', 'body: And stay away.']],
    ['<p>A</p><svg><![CDATA[Leave now.]]>', ['body: A', 'body: Leave now.']],
    ['<p>A</p><![CDATA[ad><p>Leave now.</p><p>End.</p>', ['body: A', 'body: Leave now.', 'body: End.']],
    ['<p>A</p><svg><desc><p>Leave now.</p></desc><g>B', ['body: A', 'body: Leave now.', 'body: B']],
    ['<p>A</p><svg><textarea></svg><p>Leave now.</p>', ['body: A', 'body: Leave now.']],
    ['<p>A</p><svg/>Leave now.', ['body: A', 'body: Leave now.']],
    ['<p>A <svg><path/><b>leave</b> now.</p>', ['body: A leave now.']],
    ['<p>A <svg><g/><text>x</text></svg> leave now.</p>', ['body: A leave now.']],
    ['<p>A</p><svg><style>p{}</style><script>go()</script><p>B</p>', ['body: A', 'body: B']],
  ])('a drawing or formula that nobody ended swallows nothing: %s', (body, expected) => {
    expect(inHtml(page(body))).toEqual(expected);
  });
  test('a run of blanks is looked at once', () => {
    const many = 400_000;
    expect(inHtml(page(`<pre>x${' '.repeat(many)}y</pre>`))).toEqual(['body: x y']);
    expect(inHtml(page(`<p>x${'&#32;'.repeat(many)}y</p>`))).toEqual(['body: x y']);
    expect(inHtml(page(`<p>x${'<b> </b>'.repeat(many / 8)}y</p>`))).toEqual(['body: x y']);
  });
  test('a page that stands in one form, as a whole, is read', () => {
    expect(inHtml(page('<form id="aspnetForm"><h1>Stay away</h1><p>Leave the airport now.</p></form>'))).toEqual([
      'title: Stay away',
      'body: Leave the airport now.',
    ]);
  });
  test('names of elements that would hide the whole page mean nothing', () => {
    expect(inHtml(page('<div class="page with-sidebar"><p>All of the text.</p></div>'))).toEqual([
      'body: All of the text.',
    ]);
  });
  test('markup that is written as text is text', () => {
    expect(inHtml(page('<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &#x202e;&#0;x'))).toEqual([
      'body: <script>alert(1)</script> &amp; �x',
    ]);
  });
});

describe('a document that is built', () => {
  const about = { title: 'T', language: 'en', publisher: 'P', publishedAt: null, day: null };
  test('keeps the path of each value', () => {
    const builder = new DocumentBuilder();
    builder.add('title', 'T', 'title');
    builder.add('status', 'Do not travel', 'level');
    builder.addHtml('body', '<h3>Now</h3><p>Do <strong>not</strong> go.</p><ul><li>Leave</li></ul>', 'body');
    builder.addHtml('boilerplate', '<p>a</p><p>b</p>', 'notes');
    builder.add('body', 'One.\n\n• Two\n• Three', 'more');
    const document = builder.build(about);
    expect(document.text).toBe('T\n\nDo not travel\n\nNow\n\nDo not go.\n\nLeave\n\na\nb\n\nOne.\n\n• Two\n\n• Three');
    expect(document.blocks.map(({ zone, path }) => `${zone} ${path}`)).toEqual([
      ...[
        'title title',
        'status level',
        'heading body',
        'body body',
        'list body',
        'boilerplate notes',
        'body more',
        'list more',
        'list more',
      ],
    ]);
    expect(document).toMatchObject(about);
    expect(builder.findings).toEqual([]);
  });
  test('says once how much text its fragments do not show', () => {
    const builder = new DocumentBuilder();
    builder.addHtml('body', '<p>Stay.</p><noscript>Go now.</noscript>', 'a');
    builder.addHtml('status', '<i hidden>Go</i>High', 'b');
    expect(builder.build(about).text).toBe('Stay.\n\nHigh');
    expect(builder.findings).toMatchObject([
      { code: 'document.unshown', message: expect.stringMatching(/^8 characters /) },
    ]);
  });
  test('a stated value is never a copy', () => {
    const builder = new DocumentBuilder();
    builder.add('body', 'Reconsider your need to travel', 'words');
    builder.add('status', 'Reconsider your need to travel', 'level');
    expect(shown(builder.build(about))[1]).toBe('status: Reconsider your need to travel');
  });
  test('is cut, with a finding, where it grows too long', () => {
    const builder = new DocumentBuilder();
    for (let i = 0; i < 3; i++) builder.add('body', 'word '.repeat(500_000), 'x');
    expect(builder.build(about).text.length).toBeLessThan(6 * 1024 * 1024 + 10);
    expect(builder.findings).toMatchObject([
      {
        severity: 'warning',
        code: 'document.cut',
        message:
          'The document’s text is 7500000 characters long; only the first 6291456 were read, the last 1208544 were not. Look at the source for them.',
      },
    ]);
  });
  test('markup that is cut is not called text', () => {
    const builder = new DocumentBuilder();
    builder.addHtml('body', `<p>${'<b>x</b>'.repeat(800_000)}`, 'x');
    expect(builder.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The document’s markup is 6400003 characters long; only the first 6291456 were read/),
    ]);
  });
});
