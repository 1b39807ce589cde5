/** A page that holds several notices is dated by the words of the day it bears; its margin speaks of elements as people do. */
import { expect, test } from 'vitest';
import { advised, field, makePart } from '../../../test/make-picture.ts';
import { reportPage } from '../report.tsx';

const at = Date.parse('2021-08-26T07:30:00Z');
const moment = { valid: at, seq: 1, at, isPast: false, heardUntil: at };
const surround = {
  ...{ deskName: 'Desk', operator: null, exercise: null, path: '/reports/r-au', moment },
  ...{ stylesheet: '/s.css', icon: null, script: null, borders: null, fonts: [] },
};
const text = 'Mon, 2021-07-12 09:00\n\nReconsider your need to travel.\n\nThu, 2021-08-26 10:25\n\nDo not travel.';
const words = (said: string, value: string) => {
  const start = text.indexOf(said);
  return { ...field(said, value), start, end: start + said.length };
};
const notice = (id: string, said: string, value: string, told: string) => {
  const view = advised(id, 1, '2021-08-26T00:25:00Z', 'AU', [makePart({})], { report: 'r-au' });
  if (view.advice === null) throw new Error('a notice in prose is an advice');
  const infos = view.alert.infos.map((info) => ({ ...info, responseTypes: ['Avoid'] as const, description: told }));
  const parts = view.advice.parts.map((part) => ({ ...part, words: { ...words(told, ''), value: null } }));
  const advice = { ...view.advice, issued: words(said, value), parts };
  return { ...view, alert: { ...view.alert, infos }, advice };
};
const html = reportPage(surround, {
  report: {
    ...{ id: 'r-au', source: 'smartraveller', url: null, alsoAt: [], hash: 'a'.repeat(64), type: 'application/json' },
    ...{ by: null, size: text.length, fetchedAt: at, recorded: { seq: 1, at }, findings: [] },
  },
  alerts: [
    notice('a-pk', 'Mon, 2021-07-12 09:00', '2021-07-12', 'Reconsider your need to travel.'),
    notice('a-af', 'Thu, 2021-08-26 10:25', '2021-08-26', 'Do not travel.'),
  ],
  source: { kind: 'text', text },
  document: {
    text,
    blocks: [{ zone: 'body', start: 0, end: text.length }],
    ...{ title: 'Afghanistan', language: 'en', publisher: null, publishedAt: null, day: '2021-08-26' },
  },
  ...{ reading: null, situations: [] },
});

test('the day is cited by its own words and not by those of another notice', () => {
  const [, dated = ''] = /<dt>Dated<\/dt><dd>(.*?)<\/dd>/s.exec(html) ?? [];
  expect(dated).toContain('26 August 2021');
  expect(dated).toContain('Thu, 2021-08-26 10:25');
  expect(dated).not.toContain('2021-07-12');
});

test('an element of the alert is named as people name it', () => {
  expect(html).toContain('What kind of thing to do.');
  expect(html).not.toMatch(/responseType|areaDesc|senderName/);
});
