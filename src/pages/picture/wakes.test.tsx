import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { advised, makePart } from '../../../test/make-picture.ts';
import type { Notice } from '../../core/model.ts';
import { InTwoVoices, kindsOf, Wakes } from './wakes.tsx';

const at = Date.UTC(2026, 6, 28, 10);
const minute = 60_000;
const wake = (n: number, sentence: string, urgent = true): Notice => ({
  ...{ id: `n-${n}`, desk: 'live', person: 'desk', situation: 's', alert: null, info: null, before: null },
  ...{ kind: 'wake', why: [], changes: [], urgent, madeAt: at - n * minute, expiresAt: at, sentence },
});
const unplaced = (n: number, what: string): Notice => wake(n, `${n + 1} people can’t be placed: ${what}.`);
const moment = { valid: at, seq: 1, at, isPast: false, heardUntil: at };
const shown = (wakes: readonly Notice[]): string => renderToString(<Wakes wakes={wakes} alerts={[]} moment={moment} />);

test('what says the same of different things is one kind; what is urgent comes first', () => {
  const kinds = kindsOf([
    wake(0, 'Advice of “A” was read: “B” (level 3 of 4), “C” (no level stated).', false),
    unplaced(1, 'told of “Flood”'),
    wake(2, 'Advice of «ب» was read: “D” (level 4 of 4).', false),
    unplaced(3, 'told of “Fire” for “B”'),
    unplaced(4, 'told of “Heat”'),
  ]);
  expect(kinds.map(({ newest, older }) => [newest.id, ...older.map(({ id }) => id)])).toEqual([
    ['n-1', 'n-4'],
    ['n-3'],
    ['n-0', 'n-2'],
  ]);
});

test('the newest of a kind stands in full, the others folded beneath, and all of them are counted and linked', () => {
  const html = shown([unplaced(0, 'of “Flood”'), unplaced(1, 'of “Fire”'), unplaced(2, 'of “Heat”')]);
  expect(html.match(/<details>/g)).toHaveLength(1);
  expect(html.replace(/<[^>]*>/g, '')).toContain('Two more of this kind, since 09:58 UTC');
  expect(html.indexOf('Flood')).toBeLessThan(html.indexOf('<details>'));
  expect(html.indexOf('Heat')).toBeGreaterThan(html.indexOf('<details>'));
  expect(html).toMatch(/href="\/notices\/desk">Three notices.* to the desk, one by one/s);
  expect(shown([unplaced(0, 'of “Flood”')])).not.toContain('<details>');
});

test('others’ words in a sentence of ours stand in serif, in marks that turn with them', () => {
  const html = renderToString(<InTwoVoices sentence={'Not told of “A <b>” for \u2068«دروازه»\u2069 from “B ‘c’ d'} />);
  expect(html).toBe(
    'Not told of <q class="theirs" dir="auto">A &lt;b></q> for <q class="theirs" lang="ar" dir="rtl">دروازه</q> from <q class="theirs" dir="auto">B ‘c’ d</q>',
  );
});

test('a link to a notice in prose names its danger as its situation does, and never half a sentence of it', () => {
  const notice = advised('a-1', 1, '2021-08-28T20:00:00Z', 'US', [makePart({ place: 'KBL' })]);
  const half = 'Because of a specific and credible threat';
  const infos = notice.alert.infos.map((info) => ({ ...info, event: half }));
  const html = renderToString(
    <Wakes
      wakes={[{ ...wake(0, 'Two people can’t be placed.'), alert: 'a-1' }]}
      alerts={[{ ...notice, alert: { ...notice.alert, infos } }]}
      moment={moment}
    />,
  );
  expect(html).toContain('Threat of attack, Kabul airport');
  expect(html).not.toContain(half);
});
