/** What the picture says, and that every sentence leads to its words, on paper too. */
import { describe, expect, test } from 'vitest';
import { bearer, desk } from '../../test/pages/ask.ts';
import { before, letters, replay } from '../../test/pages/kabul/desk.ts';
import { documents, readings } from '../../test/pages/kabul/documents.ts';
import { situation, theAirport } from '../../test/pages/kabul/situations.ts';
import { html, live, noon, plain, said } from '../../test/pages/words.ts';
import type { Situation } from '../core/situation.ts';
import { titleOf } from '../pages/strings/situations.ts';

describe('the picture', () => {
  test('opens with the worst: what people are told and by whom; then how grave and whether it rises, each by its own speaker', async () => {
    const page = await html(`/${noon}`);
    const [, head = ''] = /<h1>(.*?)<\/h1>/s.exec(page) ?? [];
    expect(plain(head)).toBe(
      'Exercise: Kabul airport: people at Abbey Gate, East Gate or North Gate are told to leave, says U.S. Embassy Kabul',
    );
    expect([...head.matchAll(/href="(\/situations\/[^"]+)"/g)]).toHaveLength(1);
    const [, next = ''] = /<\/h1><p class="counts">(.*?)<\/p>/s.exec(page) ?? [];
    expect(plain(next)).toBe(
      'Smartraveller: advice 4, extreme, for the whole country. Joe Biden: “acute and increasing risk”, read as rising.',
    );
    expect([...next.matchAll(/href="(\/situations\/[^"]+)"/g)]).toHaveLength(2);
    expect(plain(page)).toContain(
      'Four situations: two at the highest level, one rising. Eleven of your people inside the worst of them.',
    );
  });

  test('has for paper the words that its numbers lead to, of each situation apart', async () => {
    const page = await html(`/${noon}`);
    const [, refs = ''] = /<section class="refs onpaper"[^>]*>(.*?)<\/section>/s.exec(page) ?? [];
    const lists = new Map(
      [...refs.matchAll(/<h3[^>]*>(.*?)<\/h3>(.*?)(?=<h3|$)/gs)].map(([, title = '', list = '']) => [
        plain(title),
        list,
      ]),
    );
    const cites = [...page.matchAll(/<a class="cite" href="\/situations\/(s-[^?"]+)[^"]*#c(\w+)"/g)];
    expect(cites.length).toBeGreaterThan(10);
    const { situations } = replay;
    const known = (await situations?.({ valid: before, seq: 90 })) ?? [];
    for (const [, id, label] of cites) {
      const title = plain(titleOf(known.find((one) => one.id === id) as Situation));
      const list = [...lists].find(([name]) => name.replace(/[“”]/g, '') === title)?.[1];
      expect([title, list]).toEqual([title, expect.stringContaining(`<b>${label}</b>`)]);
    }
    expect(lists.get('Threat of attack, Kabul airport')).toContain('U.S. Embassy Kabul');
    expect(await html('/', { situations: async () => [] })).not.toContain('onpaper');
  });

  test('quotes no code of a machine format', async () => {
    const said = { report: documents.uk.id, start: 30, end: 45, zone: 'status', text: 'avoid_all_travel_to_parts' };
    const page = await html(
      '/',
      live(async () => [
        situation({
          id: 's-1',
          place: { id: 'X', name: 'Here', kind: 'town', country: null, shapes: [], ours: false },
          disagreements: [
            {
              about: 'gravity',
              sides: [
                { speaker: 'A', cite: said },
                { speaker: 'B', cite: said },
              ],
            },
          ],
        }),
      ]),
    );
    expect(page).toContain('the code <code class="code">avoid_all_travel_to_parts</code>');
    expect(page).not.toMatch(/<q[^>]*>avoid_all/);
  });

  test('lists situations in the order it is given, each with its sign’s word, its instruction and its issuers’ own words', async () => {
    const text = await said(`/${noon}`);
    const order = [
      'Threat of attack, Kabul airport',
      '“Flash flood”, “Kabul River valley',
      'Standing advice, Afghanistan',
      'Standing advice, Pakistan',
    ];
    const places = order.map((title) => text.indexOf(title, text.indexOf('Situations, worst first')));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).toContain('Exercise: At Abbey Gate, East Gate or North Gate: leave now, says U.S. Embassy Kabul.');
    expect(text).toContain('Exercise: Severity 3, severe');
    expect(text).toContain(
      'Sources disagree. How grave is it? Joe Biden: “acute and increasing risk”; a Taliban spokesman: “nuisance”.',
    );
    expect(text).toContain('Eleven of your people inside; one person can’t be placed. All of those inside told.');
    expect(text).toContain(
      '16 of your people inside; one person can’t be placed. Nobody told: standing advice is shown, not sent.',
    );
  });

  test('says what came in the day before and what was taken back, and fakes no coverage', async () => {
    const text = await said('/');
    expect(text).toContain(
      'Withdrawn Explosion, Baron Hotel: “there was no second explosion at or near the Baron Hotel”.',
    );
    expect(text).toContain('Since 26 Aug, 22:30 in Kabul (18:00 UTC)');
    expect(text).toContain('No coverage figures yet');
    expect(text).not.toMatch(/\bsafe\b(?! place)|all clear|no threat|silent for/i);
  });

  test('folds what came in beyond a dozen, and leaves none of it out', async () => {
    const [one] = readings;
    if (!one) throw new Error('there is one');
    const many = Array.from({ length: 30 }, (_, n) => ({ ...one, report: `r-${n}`, title: `Title ${n} of them` }));
    const page = await html('/', {
      situations: async () => [],
      alerts: async () => [],
      readings: async () => many.map((each) => ({ ...each, fetchedAt: before })),
      resolveAsOf: async () => ({ valid: before, seq: 9, at: before, isPast: false, heardUntil: before }),
    });
    expect(new Set(page.match(/Title \d+ of them/g)).size).toBe(30);
    expect(plain(page)).toContain('18 entries more, older');
  });

  test('names the country of an office where it is known', async () => {
    const text = await said(`/${noon}`);
    expect(text).toMatch(/Smartraveller Australia, [a-z-]+ /);
    const people = await (await desk().ask('/people', { headers: bearer })).text();
    expect(plain(people)).toContain('Canaryville, Nangarhar, Afghanistan');
    expect(people).not.toMatch(/Nangarhar, AF\b/);
  });

  test('says four different things when nothing stands in it, and first whether anybody was heard', async () => {
    const none = async () => [];
    const noOne = async () => ({ people: [], erased: 0 });
    const quiet = { situations: none, alerts: none, readings: none };
    const headAndFirst = (page: string) => [
      plain(/<h1>(.*?)<\/h1>/s.exec(page)?.[1] ?? ''),
      /<div class="state-box"><p><b>(.*?)<\/b>/s.exec(page)?.[1],
    ];
    const pages = await Promise.all([
      html('/', { ...quiet, people: noOne, wakes: none }),
      html('/', quiet),
      html('/', { situations: none, alerts: none, readings: async () => readings.slice(0, 1) }),
      html('/', { situations: none }),
    ]);
    expect(pages.map(headAndFirst)).toEqual([
      ['Nothing heard yet, so nothing known', 'This desk has heard nothing from anybody, so it knows nothing.'],
      [
        'Nothing heard for 30 days: we can’t say',
        'Nobody was heard in the last 30 days, so this desk can’t say whether there is danger.',
      ],
      ['No warning in force that this desk knows of', 'Nothing that came in in the last 30 days is a warning.'],
      ['No warning in force that this desk knows of', 'None of the warnings this desk was given is in force.'],
    ]);
    expect(pages.map((page) => page.includes('./run watch import'))).toEqual([true, true, false, false]);
  });

  test('shows no level where none is stated, and never a zero', async () => {
    const page = await html(
      '/',
      live(async () => [
        situation({
          id: 's-1',
          place: { id: 'X', name: 'Here', kind: 'town', country: null, shapes: [], ours: false },
        }),
      ]),
    );
    expect(plain(page)).toContain('No level stated');
    expect(page).toMatch(/class="sign l0 live"/);
    expect(page).not.toMatch(/>0<\/text>/);
  });

  test('tells nobody where anybody is, or who', async () => {
    for (const path of [
      '/',
      `/situations/${theAirport}`,
      `/situations/${theAirport}/brief`,
      '/inbox',
      `/inbox/${letters[0]?.id}`,
    ])
      expect(await html(path), path).not.toMatch(/canary/i);
  });
});

test('from one page of a past moment to the next stays at that moment', async () => {
  const paths = ['/', `/situations/${theAirport}`, `/situations/${theAirport}/brief`, `/reports/${documents.uk.id}`];
  for (const path of paths) {
    const page = await html(path + noon);
    const links = [...page.matchAll(/href="(\/(?:situations|reports|alerts)\/[^"#]*)/g)].map(([, href = '']) => href);
    const dated = /[?]at=|(?:[?]|&amp;)valid=2021-08-26T07:30:00\.000Z&amp;seq=90$|\/raw$/;
    expect(links.length, path).toBeGreaterThan(0);
    expect(links.filter((href) => !dated.test(href))).toEqual([]);
  }
});
