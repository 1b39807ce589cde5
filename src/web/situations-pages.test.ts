/** What a situation, its brief, a report and the inbox say, and that every sentence leads to its words. */
import { describe, expect, test } from 'vitest';
import { bearer, desk } from '../../test/pages/ask.ts';
import { extreme, theCrowded } from '../../test/pages/extreme.ts';
import { before, letters, replay } from '../../test/pages/kabul/desk.ts';
import { documents } from '../../test/pages/kabul/documents.ts';
import { floodReport, floodText, theAirport, theFlood } from '../../test/pages/kabul/situations.ts';
import { liveSituations } from '../../test/pages/live.ts';
import { danglers, html, live, noon, plain, said } from '../../test/pages/words.ts';
import type { IssuerWord, Situation } from '../core/situation.ts';
import { laidBare } from '../pages/parts/shown-text.ts';

describe('a situation', () => {
  test.each([
    ['before', `/situations/${theAirport}${noon}`],
    ['after', `/situations/${theAirport}`],
    ['of the flood', `/situations/${theFlood}${noon}`],
    ['in brief', `/situations/${theAirport}/brief`],
  ])('%s: each number leads to its passage, each passage to its words in the report', async (_, path) => {
    const page = await html(path);
    expect(danglers(page)).toEqual([]);
    const links = [...page.matchAll(/href="(\/reports\/(r-[0-9a-f]+)[^"#]*)#(s\d+-\d+)"/g)];
    expect(links.length).toBeGreaterThan(2);
    const reports = new Map<string, string>();
    for (const [, address = '', report = '', anchor] of links) {
      if (!reports.has(report)) reports.set(report, await html(address.replaceAll('&amp;', '&')));
      expect(reports.get(report), `${report}#${anchor}`).toContain(`id="${anchor}"`);
    }
  });

  test('quotes each issuer, with how its figure was read, to whom, until when, and how it came', async () => {
    const text = await said(`/situations/${theAirport}${noon}`);
    expect(text).toContain(
      'At Abbey Gate, East Gate or North Gate: leave now, says U.S. Embassy Kabul to citizens of the United States: “U.S. citizens who are now at the Abbey Gate',
    );
    expect(text).not.toContain('say so too');
    expect(text).toMatch(/United States Exercise: No level stated in its word U\.S\. Embassy Kabul/);
    expect(text).toContain('read from the code avoid_all_travel_to_whole_country');
    expect(text).not.toContain('“avoid_all');
    expect(text).toContain('To whom Citizens of the United States');
    expect(text).toContain('Joe Biden: “acute and increasing risk”. Nobody else is taken to say so.');
    expect(text).toContain('31 August 2021 ends something else, not the warning.');
    expect(text).toContain('ISIS-K pledged allegiance to Islamic State.');
  });

  test('dates a statement by its day where its document states no hour', async () => {
    const text = await said(`/situations/${theAirport}${noon}`);
    expect(text).toContain('Dated 24 August 2021, hour not stated. Came here');
  });

  test('of which only reports speak says of no issuer what it does', async () => {
    const [first] = (await replay.situations?.({ valid: before, seq: 90 })) ?? [];
    const unheard = { ...(first as Situation), instruction: null, level: null, issuers: [] };
    const text = await said(`/situations/${theAirport}${noon}`, { ...replay, situations: async () => [unheard] });
    expect(text).toContain('No end stated No issuer was heard.');
    expect(text).toContain('Reports name the place; nobody said where it ends.');
    expect(text).not.toMatch(/its no issuers|The issuer named/);
  });

  test('quotes a sentence with two instructions once, and three sentences in all', async () => {
    const [first] = (await replay.situations?.({ valid: before, seq: 90 })) ?? [];
    const twice = (word: IssuerWord): IssuerWord => ({
      ...word,
      instructions: ['leave', 'shelter', 'avoid', 'prepare'],
      instructionCites: word.instructionCites.slice(0, 1).concat(word.instructionCites.slice(0, 3)),
    });
    const { issuers, ...rest } = first as Situation;
    const all = { ...rest, issuers: issuers.map((word) => (word.issuer === 'US' ? twice(word) : word)) };
    const text = await said(`/situations/${theAirport}${noon}`, { ...replay, situations: async () => [all] });
    const [, article = ''] = /United States Exercise: No level(.*?)Where /s.exec(text) ?? [];
    expect(article.match(/“[^”]*”/g)).toEqual([
      expect.stringMatching(/should leave immediately/),
      expect.stringMatching(/^“Because of threats/),
      expect.stringMatching(/^“Have a plan/),
    ]);
  });

  test('keeps what was withdrawn beside what withdrew it', async () => {
    const text = await said(`/situations/${theAirport}`);
    expect(text).toContain(
      'hour not stated withdrawn Explosion, Baron Hotel. “at least one more explosion at or near the Baron Hotel”, first reported 26 Aug, 19:30 in Kabul (15:00 UTC). Withdrawn: “there was no second explosion',
    );
    expect(text).toContain('reported Explosion, Abbey Gate.');
    expect(await said(`/situations/${theAirport}${noon}`)).not.toContain('Baron Hotel');
  });

  test('dates the advice around it as the page of that advice does', async () => {
    const { alerts, ...rest } = replay;
    const [view] = (await alerts?.({ valid: before, seq: 90 })) ?? [];
    const [, flood] = (await replay.situations?.({ valid: before, seq: 90 })) ?? [];
    if (!view?.advice || !flood?.level) throw new Error('there are both');
    const { cite } = flood.level;
    const text = documents.au.document.text;
    const stamp = text.slice(0, 12);
    const part = { ...view.advice.parts[0], level: { ...cite, value: 4 } };
    const issued = { ...cite, text: stamp, start: 0, end: 12, value: '2021-08-26' };
    const stated = { ...view, advice: { ...view.advice, issued, parts: [part] } } as typeof view;
    const other = { ...view, advice: { ...view.advice, issued: { ...issued, text: 'another day' } } } as typeof view;
    const page = await html(`/situations/${theFlood}${noon}`, {
      ...rest,
      ...(alerts && { alerts }),
      alertsOfReport: async (_, report) => (report === cite.report ? [other, stated] : []),
    });
    expect(plain(page)).toContain(`Dated “${stamp.trim()}”`);
    expect(plain(page)).not.toContain('another day');
    expect(danglers(page)).toEqual([]);
  });

  test('says whom it concerns by role and count, once for each reason', async () => {
    const text = await said(`/situations/${theAirport}${noon}`);
    expect(text).toContain('Driver 1, Field team 1 ×3, Guest house North ×6, Reporter 1');
    expect(text).toContain('Inside the circle this desk draws, 5 km around what the issuer named: “Kabul airport”.');
    expect(text).toContain('Mail: accepted ×11');
  });

  test('that nobody knew of at the moment asked for says since when it is known, and not what', async () => {
    const answer = await desk(replay).ask(`/situations/${theAirport}?at=2021-08-25T01:30:00Z`);
    expect(answer.status).toBe(404);
    const [, main = ''] = /<main[^>]*>(.*?)<\/main>/s.exec(await answer.text()) ?? [];
    expect(plain(main)).toContain('This desk first knew of it 26 Aug 2021, 02:05 in Kabul (25 Aug, 21:35 UTC).');
    expect(plain(main)).not.toMatch(/attack|airport/i);
    expect((await desk(replay).ask('/situations/s-ffffffffffffffff')).status).toBe(404);
  });

  test('with nothing but strange words shows them as words', async () => {
    const page = await html(
      `/situations/${theCrowded}`,
      live(async () => extreme),
    );
    expect(page).not.toMatch(/<b>Flood|\u202e/);
    expect(danglers(page)).toEqual([]);
  });
});

describe('the brief', () => {
  test('asks the questions in order, and says no sentence without a source unless something is missing', async () => {
    const page = await html(`/situations/${theAirport}/brief`);
    const questions = [...page.matchAll(/<section class="qa"><h2>(.*?)<\/h2>/g)].map((match) => match[1]);
    expect(questions).toEqual([
      'What is warned of?',
      'Who warns whom, to do what?',
      'How grave is it, and does it get worse?',
      'What else is said of the danger?',
      'Who plays it down?',
      'What has happened?',
      'What figures are given?',
      'What is not known?',
      'Until when?',
      'Who is behind it, as its sources tell it?',
      'How the groups that are named are related, as its sources tell it?',
    ]);
    const [answers = ''] = page.split('class="refs"');
    const sentences = [
      ...answers.slice(answers.indexOf('class="qa"')).matchAll(/<li( class="missing")?>(.*?)<\/li>/gs),
    ];
    expect(sentences.length).toBeGreaterThan(14);
    for (const [whole, missing] of sentences) if (missing === undefined) expect(whole).toContain('class="cite"');
  });

  test('leaves out nothing that is said, and lists no passage that none of its sentences bears', async () => {
    const [first] = (await replay.situations?.({ valid: before, seq: 90 })) ?? [];
    const { id: report, document } = documents.explainer;
    const claims = document.blocks.slice(0, 12).map(({ start, end }, n): Situation['claims'][number] => {
      const words = { report, start, end, text: document.text.slice(start, end), zone: 'body' };
      const rest = {
        speakerCite: null,
        via: null,
        modality: 'quote',
        stance: 'asserts',
        at: before,
        knownAt: before,
      } as const;
      return { speaker: `Witness ${n}`, cite: words, ...rest };
    });
    expect(claims).toHaveLength(12);
    const page = await html(`/situations/${theAirport}/brief${noon}`, {
      ...replay,
      situations: async () => [{ ...(first as Situation), claims }],
    });
    for (const { speaker } of claims) expect(plain(page)).toContain(`${speaker} says`);
    expect(danglers(page)).toEqual([]);
    const [main = ''] = page.split('<footer');
    const borne = [...main.matchAll(/aria-label="Source (\w+)"/g)].map((match) => match[1]);
    const listed = [...main.matchAll(/<li id="c(\d+[a-z]+)">/g)].map((match) => match[1]);
    expect(listed.length).toBeGreaterThan(12);
    expect(listed.filter((label) => !borne.includes(label))).toEqual([]);
  });
});

test.each(['a1', 'a2', 'a3', 'a4'])(
  'the alert of prose %s leads to its words, and quotes none that are not its own',
  async (name) => {
    const page = await html(`/alerts/a-00000000000000${name}${noon}`);
    expect(page).not.toContain('place not known');
    const links = [...page.matchAll(/href="(\/reports\/r-[0-9a-f]+[^"#]*)#(s\d+-\d+)"/g)];
    expect(links.length).toBeGreaterThan(1);
    for (const [, address = '', anchor] of links)
      expect(await html(address.replaceAll('&amp;', '&'))).toContain(`id="${anchor}"`);
    expect(plain(page)).toContain(`Identifier a-00000000000000${name} Sender`);
    expect(plain(page)).toContain(
      'Status, type Actual Alert Scope Public What stands here without quotation marks is this desk’s own',
    );
  },
);

describe('a report', () => {
  test.each(Object.entries(documents))('%s keeps its text whole, zone by zone', async (_, { id, document }) => {
    const page = await html(`/reports/${id}`);
    const shown = [...page.matchAll(/<div class="txt [^>]*><p>(.*?)<\/p><\/div>/gs)].map(([, inner = '']) =>
      inner
        .replace(/<a class="n".*?<\/a>/g, '')
        .replace(/<[^>]*>/g, '')
        .replace(/&amp;/g, '&')
        .replace(/&lt;/g, '<')
        .replace(/&quot;/g, '"'),
    );
    expect(shown).toEqual(document.blocks.map(({ start, end }) => laidBare(document.text.slice(start, end))));
    expect(danglers(page)).toEqual([]);
  });

  test('says in the margin what was read, of which kind, and where it stands in the picture', async () => {
    const page = await html(`/reports/${documents.explainer.id}${noon}`);
    const text = plain(page);
    for (const kind of ['Warning', 'Statement', 'Estimate', 'Deadline', 'Relation', 'Not known'])
      expect(text).toContain(kind);
    expect(text).toContain('A Taliban spokesman plays it down. part quote; against ““acute and increasing risk” that');
    expect(text).toContain('in Threat of attack, Kabul airport');
    // The statement that crosses the warning is cut in two; both halves are marked, one of them holds the anchor.
    const crossing = documents.explainer.document.text.indexOf('attacks the airport. The United');
    expect(page.match(new RegExp(`id="s${crossing}-`, 'g'))).toHaveLength(1);
  });

  test('marks no words at the places of a copy that was read from another document', async () => {
    const path = `/reports/${documents.us26.id}`;
    const read = await replay.alert?.({ valid: before, seq: 90 }, 'a-00000000000000a2');
    if (!read) throw new Error('there is one');
    const view = {
      ...read,
      alert: { ...read.alert, at: { 'info[1]/event': { start: 7, end: 13, line: 1, column: 8 } } },
    };
    const shown = (report: string) => html(path, { ...replay, alertsOfReport: async () => [{ ...view, report }] });
    expect(await shown(documents.us26.id)).toContain('<mark id="s7-13"');
    const page = await shown(documents.us25.id);
    expect(page).toContain(`/alerts/${view.id}`);
    expect(page).not.toContain('s7-13');
  });

  test('in CAP has its cited words as anchors within its lines, and loses none of them', async () => {
    const page = await html(`/reports/${floodReport}${noon}`);
    const start = floodText.indexOf('Severe');
    expect(page).toContain(`<mark id="s${start}-${start + 6}" class="claim-words">Severe</mark>`);
    const lines = [...page.matchAll(/<code dir="ltr">(.*?)<\/code>/gs)].map(([, inner = '']) =>
      inner
        .replace(/<[^>]*>/g, '')
        .replace(/&lt;/g, '<')
        .replace(/&quot;/g, '"'),
    );
    expect(lines.join('\n')).toBe(floodText.trimEnd());
  });
});

describe('a replay', () => {
  test('says on every page that it is none, where in the story it stands, and how to go elsewhere', async () => {
    for (const path of [
      '/',
      '/alerts',
      '/people',
      '/notices',
      '/inbox',
      `/situations/${theAirport}`,
      `/reports/${documents.uk.id}`,
    ]) {
      const page = await html(`${path}${noon}`);
      expect(page, path).toContain('<body class="drill replay">');
      expect(plain(page)).toContain('The morning before the bomb: Thursday 26 Aug 2021, 12:00 in Kabul (07:30 UTC)');
      expect(page).toContain(`href="${path}?at=2021-08-26T13:52:00.000Z" rel="next"`);
      expect(page).toMatch(
        /<option value="2021-08-26T07:30:00Z" selected(="")?>26 Aug, 12:00 – The morning before the bomb/,
      );
      expect(page).not.toMatch(/class="sign l\d live"/);
    }
  });

  test('fetched nothing: who vouches is what the story states', async () => {
    for (const path of [`/situations/${theAirport}`, '/alerts/a-00000000000000a2']) {
      const text = await said(`${path}${noon}`);
      expect(text).toContain('As the story states: fetched over TLS from the host the catalogue names.');
      expect(text).not.toMatch(/Fetched over TLS/);
    }
  });

  test('has an inbox of what its own sinks took up to then, by role; an operator sees the address', async () => {
    const page = await html(`/inbox${noon}`);
    expect(plain(page)).toContain(`Inbox of the replay: ${letters.filter(({ at }) => at <= before).length} letters`);
    expect(plain(page)).toContain('Caught by this machine itself: nobody outside got any of it.');
    const operator = await (await desk(replay).ask(`/inbox/${letters[0]?.id}`, { headers: bearer })).text();
    expect(operator).toContain('@relief.example');
    expect(plain(operator)).toContain('EXERCISE. Leave: Kabul airport');
    expect((await desk(replay).ask('/inbox/nothing')).status).toBe(404);
  });

  test('is nowhere on a live desk', async () => {
    const { ask } = desk();
    expect((await ask('/inbox')).status).toBe(404);
    for (const path of ['/', '/alerts', `/situations/${liveSituations[0]?.id}`]) {
      const page = await (await ask(path)).text();
      expect(page).not.toMatch(/replay|Exercise: |body class="drill/);
      expect(page).not.toContain('href="/inbox');
    }
  });
});
