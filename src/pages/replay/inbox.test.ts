import { expect, test } from 'vitest';
import { before, letters, people, story } from '../../../test/pages/kabul/desk.ts';
import type { InboxLetter } from '../exercise.ts';
import type { Dated } from '../layout.tsx';
import { inboxPage, postsOf } from './inbox.tsx';

const minute = 60_000;
const letter = (n: number, subject: string, minutes: number, channel = 'mail'): InboxLetter => ({
  ...{
    id: `l${n}`,
    to: `${n}@relief.example`,
    subject,
    at: before - minutes * minute,
    text: '',
    notice: null,
    channel,
  },
});

test('the same words within an hour are one post, whatever stands between them', () => {
  const posts = postsOf([
    letter(0, 'Leave', 0),
    letter(1, 'Desk', 1),
    letter(2, 'Leave', 2),
    letter(3, 'Leave', 2, 'webhook'),
    letter(4, 'Leave', 59),
    letter(5, 'Leave', 60),
  ]);
  expect(posts.map((post) => post.letters.map(({ id }) => id))).toEqual([['l0', 'l2', 'l4'], ['l1'], ['l3'], ['l5']]);
  expect(posts.map(({ at }) => (before - at) / minute)).toEqual([0, 1, 2, 60]);
});

test('every letter is one link away, each by another name, and each group says how many it holds', () => {
  const surround: Dated = {
    ...{ deskName: 'Desk', operator: null, exercise: story, path: '/inbox', stylesheet: '/s.css', fonts: [] },
    ...{
      icon: null,
      script: null,
      borders: null,
      moment: { valid: before, seq: 1, at: before, isPast: false, heardUntil: before },
    },
  };
  const html = inboxPage(surround, { letters, people });
  const links = [...html.matchAll(/href="\/inbox\/(l\d+)">(.*?)<\/a>/gs)];
  expect(links.map(([, id]) => id).sort()).toEqual(letters.map(({ id }) => id).sort());
  const [first = ''] = html.split('</details>');
  const names = [...first.matchAll(/href="\/inbox\/l\d+">(.*?)<\/a>/gs)].map(([, name]) => name);
  expect(names).toHaveLength(11);
  expect(new Set(names).size).toBe(11);
  expect(names.slice(0, 3)).toEqual(['Driver 1', 'Field team 1, 1 of 3', 'Field team 1, 2 of 3']);
  expect(first).toMatch(/<summary>EXERCISE\. Leave: Kabul airport <span class="quiet">Eleven letters by mail/);
});
