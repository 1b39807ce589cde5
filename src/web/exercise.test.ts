/** A desk that replays a story says so on every answer and lets nothing be changed; a live one says nothing of the kind. */
import { describe, expect, test } from 'vitest';
import { type Ask, api, bearer, codes, desk, feeds, ops, reading } from '../../test/pages/ask.ts';
import { fakeDesk } from '../../test/pages/desk.ts';
import { views } from '../../test/pages/picture.ts';
import type { Exercise } from '../pages/exercise.ts';

const exercise: Exercise = {
  ...{ title: 'A story', about: 'Of nothing.', timeZone: 'Asia/Kabul', place: 'Kabul', moments: [], reports: [] },
  ...{ from: 0, until: fakeDesk().clock.now() },
};
const replay = () => desk({ exercise });
const everywhere = [...reading, ...api, ...ops, ...feeds, '/nowhere', '/api/v1/nowhere', '/api/v1/alerts?seq=x'];

describe('a replay', () => {
  test.each(everywhere)('%s is marked', async (path) => {
    const answer = await replay().ask(path);
    expect(answer.headers.get('tocsin-exercise')).toBe('1');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    if (path.startsWith('/api/')) expect(await answer.json()).toMatchObject({ exercise: true });
  });

  test('keeps the status and the rest of an answer', async () => {
    const live = await desk().ask('/api/v1/alerts');
    const replayed = await replay().ask('/api/v1/alerts');
    expect(await replayed.json()).toEqual({ exercise: true, ...((await live.json()) as object) });
    expect((await replay().ask('/api/v1/alerts/a-0000000000000000')).status).toBe(404);
  });

  const form = { origin: 'http://localhost:8080', 'content-type': 'application/x-www-form-urlencoded' };
  test.each<[string, Ask['headers'], Ask['body']]>([
    ['/api/v1/reports?source=cap-file', bearer, '<alert/>'],
    [`/api/v1/alerts/${views.flood.id}/confirm`, bearer, undefined],
    ['/api/v1/receipts?channel=mail', bearer, 'x'],
    [`/alerts/${views.flood.id}/confirm`, form, ''],
    ['/sign-in', form, 'token=tocsin_x'],
    ['/sign-out', form, ''],
  ])('POST %s is refused and says why', async (path, headers = {}, body) => {
    const { ask, deps } = replay();
    const answer = await ask(path, { method: 'POST', headers, ...(body === undefined ? {} : { body }) });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('tocsin-exercise')).toBe('1');
    if (path.startsWith('/api/')) expect(await codes(answer)).toEqual(['request.exercise']);
    else expect(await answer.text()).toContain('This desk replays a story, as an exercise');
    expect(deps.done).toEqual([]);
  });
});

test.each(everywhere)('a live desk: %s is not marked', async (path) => {
  const answer = await desk().ask(path);
  expect(answer.headers.get('tocsin-exercise')).toBeNull();
  if (path.startsWith('/api/')) expect(await answer.json()).not.toHaveProperty('exercise');
});
