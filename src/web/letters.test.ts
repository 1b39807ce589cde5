/** What went to somebody in one letter is shown as one wherever its notices are listed, and each says of what it is. */
import { expect, test } from 'vitest';
import { replay } from '../../test/pages/kabul/desk.ts';
import { theAirport } from '../../test/pages/kabul/situations.ts';
import { said } from '../../test/pages/words.ts';
import type { NoticeView } from '../core/model.ts';
import type { WebDeps } from './deps.ts';

const all = (await replay.notices?.({ limit: 100, seq: 90, heardUntil: Number.POSITIVE_INFINITY })) ?? [];
const person = all[0]?.person;
const own = all.filter((one) => one.person === person);
/** As somebody gets them who has just arrived: at once, the gravest first. */
const together = own.map(
  (one): NoticeView => ({
    ...one,
    letter: own[0]?.id ?? null,
    kind: 'alert',
    changes: [],
    madeAt: own[3]?.madeAt ?? 0,
  }),
);
const desk = (notices: readonly NoticeView[]): Partial<WebDeps> => ({
  ...replay,
  notices: async ({ alert }) => notices.filter((one) => alert === undefined || one.alert === alert),
});
const others = all.filter((one) => one.person !== person);

test('on the list of notices with how many others', async () => {
  expect(own).toHaveLength(4);
  const text = await said('/notices', desk([...together, ...others]));
  expect(text.match(/In one letter with three others listed here\./g)).toHaveLength(4);
  expect(await said('/notices', desk(all))).not.toContain('In one letter');
});

test('not one that was taken out before it went', async () => {
  const [first, ...rest] = together;
  const gone = {
    ...(first as NoticeView),
    deliveries: [{ ...own[0]?.deliveries[0], state: 'replaced' }],
  } as NoticeView;
  const text = await said('/notices', desk([gone, ...rest]));
  expect(text.match(/In one letter with two others listed here\./g)).toHaveLength(3);
});

test('on the page of one alert, whose others are not listed there', async () => {
  const text = await said('/alerts/a-00000000000000a1', desk([...together, ...others]));
  expect(text.match(/Part of a letter of several warnings\./g)).toHaveLength(1);
});

test('in the log of a situation once, with all that it was of', async () => {
  const text = await said(`/situations/${theAirport}`, desk(together));
  expect(text).toContain(
    'alert One person told of the word of Foreign, Commonwealth & Development Office, an earlier word of U.S. Embassy Kabul, the word of Smartraveller and the word of U.S. Embassy Kabul, in one letter. Who and why',
  );
  expect(text.match(/Part of a letter of several warnings\./g)).toHaveLength(4);
});

test('a wave of notices says of what it is, also of a word whose place was taken since', async () => {
  const text = await said(`/situations/${theAirport}`);
  expect(text).toContain('alert Eleven people told of an earlier word of U.S. Embassy Kabul. Who and why');
  expect(text).not.toMatch(/people told\. Who and why/);
});
