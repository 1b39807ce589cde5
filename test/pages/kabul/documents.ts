/** The reports of a Kabul-like story as made-up readings: text in zones, and ways to cite words of it. All words are our own. */
import type { Trust } from '../../../src/core/model.ts';
import type { Cite, ReadingView } from '../../../src/core/situation.ts';
import type { Block, Document, Said, Zone } from '../../../src/core/text/reading.ts';
import type { Field } from '../../../src/core/text/span.ts';
import { parseInstant } from '../../../src/core/time/time.ts';

export const at = (text: string): number => {
  const time = parseInstant(text);
  if (time === null) throw new Error(`${text} is no time`);
  return time;
};

interface Made {
  readonly id: string;
  readonly source: string;
  readonly publisher: string | null;
  readonly fetchedAt: number;
  readonly publishedAt: number | null;
  readonly trust: Trust;
  readonly document: Document;
}

let next = 1;
function made(
  more: {
    source: string;
    fetched: string;
    published?: string;
    publisher?: string;
    trust?: Trust;
    title: string;
    day?: string;
  },
  blocks: readonly (readonly [Zone, string])[],
): Made {
  let text = '';
  const zones = blocks.map(([zone, words]): Block => {
    const start = text.length;
    text += words;
    const block = { zone, start, end: text.length };
    text += '\n\n';
    return block;
  });
  const publishedAt = more.published === undefined ? null : at(more.published);
  const publisher = more.publisher ?? null;
  return {
    id: `r-${(next++).toString(16).padStart(16, 'c')}`,
    source: more.source,
    publisher,
    fetchedAt: at(more.fetched),
    publishedAt,
    trust: more.trust ?? 'reported',
    document: { text, blocks: zones, title: more.title, language: 'en', publisher, publishedAt, day: more.day ?? null },
  };
}

const gates = 'U.S. citizens who are now at the Abbey Gate, the East Gate or the North Gate should leave immediately.';
const advice = 'If you are near the airport, move away to a safe place and wait for further advice.';

export const documents = {
  president: made(
    {
      source: 'plain-text',
      fetched: '2021-08-24T22:10:00Z',
      title: 'The President after the meeting of the seven',
      day: '2021-08-24',
    },
    [
      ['title', 'The President after the meeting of the seven'],
      ['body', 'Washington, 24 August 2021'],
      [
        'body',
        'The United States is on pace to finish its withdrawal by 31 August, Biden said, and the sooner it is done the better.',
      ],
    ],
  ),
  uk: made(
    {
      source: 'gov-uk',
      fetched: '2021-08-25T21:35:00Z',
      published: '2021-08-25T21:30:00Z',
      publisher: 'Foreign, Commonwealth & Development Office',
      trust: 'from-origin',
      title: 'Afghanistan travel advice',
    },
    [
      ['title', 'Afghanistan travel advice'],
      ['status', 'avoid_all_travel_to_whole_country'],
      ['body', 'The office advises against all travel to Afghanistan. You should not go there.'],
      ['body', `The security situation stays volatile. Do not travel to Kabul airport. ${advice}`],
    ],
  ),
  us25: made(
    {
      source: 'us-embassy',
      fetched: '2021-08-25T23:05:00Z',
      published: '2021-08-25T23:00:00Z',
      publisher: 'U.S. Embassy Kabul',
      trust: 'from-origin',
      title: 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 25, 2021)',
      day: '2021-08-25',
    },
    [
      ['title', 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 25, 2021)'],
      [
        'body',
        'Because of threats to security outside the airport gates, we advise U.S. citizens not to travel to the airport and to stay away from its gates at this time, unless a representative of the U.S. government has told you personally to come.',
      ],
      ['body', gates],
      ['list', 'Have a plan ready for an emergency.'],
      ['list', 'Follow local media and change your plans when the news does.'],
    ],
  ),
  au: made(
    {
      source: 'smartraveller',
      fetched: '2021-08-26T00:30:00Z',
      publisher: 'Smartraveller',
      trust: 'from-origin',
      title: 'Afghanistan',
    },
    [
      ['title', 'Afghanistan'],
      ['status', 'Do not travel'],
      [
        'body',
        `Do not travel to Hamid Karzai International Airport. ${advice} The threat of a terrorist attack is continuing and very high.`,
      ],
      ['body', 'Do not travel to Afghanistan.'],
      ['title', 'Pakistan'],
      ['status', 'Reconsider your need to travel'],
      ['body', 'Reconsider your need to travel to Pakistan because of the volatile security situation.'],
    ],
  ),
  explainer: made(
    {
      source: 'article',
      fetched: '2021-08-26T05:00:00Z',
      published: '2021-08-26T04:45:00Z',
      publisher: 'Sample News Desk',
      title: 'Why governments say: keep away from Kabul airport',
      day: '2021-08-26',
    },
    [
      ['title', 'Why governments say: keep away from Kabul airport'],
      ['caption', 'The United States has asked American citizens to keep away from Kabul airport (PHOTO: AGENCY)'],
      [
        'body',
        'US President Joe Biden spoke of an “acute and increasing risk” that the group’s regional branch attacks the airport. The United States, Great Britain and Australia have asked their citizens to avoid the area of Kabul airport and to look for a safe place.',
      ],
      [
        'body',
        'Asked about the threat, a Taliban spokesman spoke only of a “nuisance” that might make trouble in the disorder, for which he blamed the evacuation led by the United States.',
      ],
      ['heading', 'What is Islamic State-Khorasan?'],
      [
        'body',
        'Fighters of the Pakistani Taliban joined militants in Afghanistan to form a regional branch and pledged allegiance to its leader.',
      ],
      [
        'body',
        'The latest estimates of its strength go from thousands of active fighters to 500, according to a report of the UN Security Council published in July.',
      ],
      [
        'caption',
        'The United States keeps to August 31 as the last day for the withdrawal of its staff and troops (PHOTO: AGENCY)',
      ],
      ['heading', 'What threatens the airport?'],
      [
        'body',
        'Neither country has given details of the threat. “ISIS-K is a sworn enemy of the Taliban,” Biden said on Sunday.',
      ],
      ['related', 'Who are ISIS-K, whom the Taliban cannot control'],
      ['boilerplate', '© Sample News Desk'],
    ],
  ),
  blast: made(
    {
      source: 'plain-text',
      fetched: '2021-08-26T13:52:00Z',
      title: 'Spokesman on the explosion in Kabul',
      day: '2021-08-26',
    },
    [
      ['title', 'Spokesman on the explosion in Kabul'],
      [
        'body',
        'Pentagon spokesman John Kirby confirmed an explosion at the Abbey Gate. Casualties are not clear at this time, Kirby said.',
      ],
    ],
  ),
  us26: made(
    {
      source: 'us-embassy',
      fetched: '2021-08-26T14:35:00Z',
      published: '2021-08-26T14:30:00Z',
      publisher: 'U.S. Embassy Kabul',
      trust: 'from-origin',
      title: 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 26, 2021)',
      day: '2021-08-26',
    },
    [
      ['title', 'Security Alert – U.S. Embassy Kabul, Afghanistan (August 26, 2021)'],
      [
        'body',
        'A large explosion has occurred at the airport, and gunfire has been reported. U.S. citizens should not travel to the airport.',
      ],
      ['body', gates],
    ],
  ),
  second: made(
    {
      source: 'plain-text',
      fetched: '2021-08-26T15:00:00Z',
      title: 'Spokesman on the attack in Kabul',
      day: '2021-08-26',
    },
    [
      ['title', 'Spokesman on the attack in Kabul'],
      [
        'body',
        'There was at least one more explosion at or near the Baron Hotel, a short way from the Abbey Gate, Kirby said.',
      ],
    ],
  ),
  correction: made(
    {
      source: 'plain-text',
      fetched: '2021-08-27T14:30:00Z',
      title: 'General corrects the account of the Kabul attack',
      day: '2021-08-27',
    },
    [
      ['title', 'General corrects the account of the Kabul attack'],
      [
        'body',
        'Major General Hank Taylor said on Friday that there was no second explosion at or near the Baron Hotel. It was one suicide bomber, Taylor said.',
      ],
      ['body', 'The earlier reports of a complex attack with gunfire are withdrawn, Taylor said.'],
    ],
  ),
} as const;

export type Name = keyof typeof documents;

/** The words of a document, at their `n`th place (from 0). */
export function cite(name: Name, words: string, n = 0): Cite {
  const { id, document } = documents[name];
  let start = -1;
  for (let turn = 0; turn <= n; turn++) start = document.text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`“${words}” does not stand in ${name}`);
  const zone = document.blocks.find((block) => block.start <= start && start < block.end)?.zone ?? 'body';
  return { report: id, start, end: start + words.length, text: words, zone };
}

/** The same as a field of a reading. */
export const field = <T>(name: Name, words: string, value: T): Field<T> => {
  const { start, end, text, zone } = cite(name, words);
  return { start, end, text, zone, value };
};

const nothingSaid: Said = {
  names: [],
  places: [],
  times: [],
  claims: [],
  warnings: [],
  estimates: [],
  events: [],
  relations: [],
  deadlines: [],
  unknowns: [],
  disagreements: [],
};

const risk = '“acute and increasing risk” that the group’s regional branch attacks the airport';
const asked =
  'The United States, Great Britain and Australia have asked their citizens to avoid the area of Kabul airport and to look for a safe place.';
const estimate = 'from thousands of active fighters to 500';
const pledge = 'pledged allegiance to its leader';
const span = (name: Name, words: string) => {
  const { start, end, text, zone } = cite(name, words);
  return { start, end, text, zone };
};

const explained: Said = {
  ...nothingSaid,
  warnings: [
    {
      id: 'w1',
      issuer: field('explainer', 'The United States, Great Britain and Australia', 'US'),
      speaker: null,
      audience: field('explainer', 'their citizens', 'citizens:US'),
      hazard: null,
      area: field('explainer', 'Kabul airport', 'KBL'),
      level: null,
      trend: null,
      expires: null,
      instructions: [],
      words: field('explainer', asked, null),
    },
  ],
  claims: [
    {
      id: 'c1',
      speaker: field('explainer', 'Joe Biden', 'Joe Biden'),
      via: null,
      cue: null,
      content: field('explainer', risk, risk),
      modality: 'mixed',
      time: null,
      places: [],
      stance: 'asserts',
      contradicts: null,
    },
    {
      id: 'c2',
      speaker: field('explainer', 'a Taliban spokesman', 'a Taliban spokesman'),
      via: null,
      cue: null,
      content: field('explainer', 'nuisance', 'nuisance'),
      modality: 'mixed',
      time: null,
      places: [],
      stance: 'plays-down',
      contradicts: 'c1',
    },
    // Crosses the warning: begins inside it and runs on.
    {
      id: 'c3',
      speaker: null,
      via: null,
      cue: null,
      content: field('explainer', `attacks the airport. ${asked.slice(0, 46)}`, ''),
      modality: 'narration',
      time: null,
      places: [],
      stance: null,
      contradicts: null,
    },
  ],
  estimates: [
    {
      id: 'e1',
      of: field('explainer', 'active fighters', 'active fighters'),
      min: 500,
      max: null,
      unit: 'people',
      source: field('explainer', 'UN Security Council', 'UN Security Council'),
      asOf: null,
      ...span('explainer', estimate),
    },
  ],
  deadlines: [
    {
      what: field('explainer', 'the withdrawal of its staff and troops', 'the withdrawal of its staff and troops'),
      holder: field('explainer', 'The United States', 'United States'),
      value: '2021-08-31',
      ...span('explainer', 'August 31'),
    },
  ],
  names: [{ id: 'n1', type: 'armed-group', ...field('explainer', 'regional branch', 'ISIS-K') }],
  events: [
    {
      id: 'v1',
      ...{ type: 'attack', status: 'threatened' },
      what: field('explainer', 'attacks', 'attack'),
      time: null,
      place: field('explainer', 'airport', 'KBL'),
      perpetrators: { individuals: [], organisations: [field('explainer', 'regional branch', 'ISIS-K')] },
      ...{ targets: [], victims: [], weapons: [], killed: null, injured: null },
      ...span('explainer', 'regional branch attacks the airport'),
    },
  ],
  relations: [
    {
      subject: field('explainer', 'regional branch', 'ISIS-K'),
      relation: 'pledged-allegiance-to',
      object: field('explainer', 'its leader', 'Islamic State'),
      ...span('explainer', pledge),
    },
  ],
  unknowns: [{ about: 'details', ...span('explainer', 'Neither country has given details of the threat.') }],
};

export const readings: readonly ReadingView[] = Object.values(documents).map((one, n) => ({
  report: one.id,
  source: one.source,
  url: `https://${one.source}.example/${n}`,
  trust: one.trust,
  title: one.document.title,
  publisher: one.publisher,
  publishedAt: one.publishedAt,
  fetchedAt: one.fetchedAt,
  recorded: { seq: 10 + n, at: one.fetchedAt },
  said: one.id === documents.explainer.id ? explained : nothingSaid,
}));
