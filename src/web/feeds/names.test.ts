/** In whose name an Update or Cancel goes out, and what whoever follows then holds: its signature, and the end of all that it ended. */
import { describe, expect, test } from 'vitest';
import { referenceTo, stamp } from '../../../test/make.ts';
import { base } from '../../../test/pages/ask.ts';
import { now } from '../../../test/pages/picture.ts';
import { type CapAlert, currentAt, read, revisionOf, write } from '../../core/cap/index.ts';
import type { AlertView } from '../../core/model.ts';
import { hour, minute } from '../../core/time/time.ts';
import { bytesOf, holding, warning } from './held.fixture.ts';

const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>';
const signed = (view: AlertView): AlertView => {
  const [alert] = read(bytesOf(bytesOfSigned(view))).alerts;
  return { ...view, alert: alert as CapAlert };
};
const bytesOfSigned = ({ alert }: AlertView): string => write(alert).replace('</alert>', `${signature}</alert>`);

/** A time of sending that is none: nobody can say it in its issuer's name. */
const unreadable: AlertView = { ...warning(1), alert: { ...warning(1).alert, sent: stamp('yesterday') } };
const sound = warning(4);
const naming = (
  n: number,
  names: readonly AlertView[],
  msgType: 'Update' | 'Cancel',
  more: Partial<CapAlert> = {},
): AlertView =>
  warning(
    n,
    {
      msgType,
      references: names.map(({ alert }) => referenceTo(alert)),
      sent: stamp(`2026-07-28T10:0${n}:00-00:00`),
      ...more,
    },
    {
      state: msgType === 'Cancel' ? 'not-a-warning' : 'in-force',
      recorded: { seq: n, at: now + n * minute },
      confirmedAt: now + n * minute,
    },
  );
const endedBy = (view: AlertView, ...by: readonly AlertView[]): AlertView => ({
  ...view,
  state: by.some(({ alert }) => alert.msgType === 'Cancel') ? 'cancelled' : 'superseded',
  enders: by.map(({ id }) => id),
});

const deskOf = (views: readonly AlertView[]) =>
  holding(views, {
    resolveAsOf: async () => ({ valid: now + hour, seq: 900, at: now, isPast: false, heardUntil: now }),
    // As it came: with the signature that it was read with.
    bytes: async (hash) => {
      const view = views.find(({ report }) => report === hash);
      if (!view) return null;
      const hasSignature = view.alert.extra.some(({ name }) => name === 'Signature');
      return bytesOf(
        hasSignature ? bytesOfSigned({ ...view, alert: { ...view.alert, extra: [] } }) : write(view.alert),
      );
    },
  });
const heard = async (views: readonly AlertView[], view: AlertView): Promise<CapAlert> => {
  const answer = await deskOf(views).ask(`/feeds/cap/${view.id}.xml`);
  return read(await answer.bytes()).alerts[0] as CapAlert;
};
/** Of each warning that is said to be over in both feeds, its page and the words. */
const toldOver = async (views: readonly AlertView[]): Promise<readonly string[]> => {
  const { ask } = deskOf(views);
  const told = async (path: string): Promise<string[]> =>
    read(await (await ask(path)).bytes(), { base })
      .findings.filter(({ code }) => code === 'cap.entry.ended')
      .map(({ message }) => /\/alerts\/(a-[0-9a-f]+)/.exec(message)?.[1] ?? message);
  const [atom, rss] = [await told('/feeds/alerts.atom'), await told('/feeds/alerts.rss')];
  expect(rss).toEqual(atom);
  return atom;
};
const statesOf = (followed: readonly CapAlert[]): readonly string[] =>
  revisionOf(followed).map((chain) => currentAt(chain, now + hour).state);

describe('what follows an alert that went out in the desk’s own name', () => {
  test('its Update, and the Cancel of that, name it as it was called: a follower hears the end', async () => {
    const update = naming(2, [unreadable], 'Update');
    const first = await heard([unreadable], unreadable);
    const second = await heard([endedBy(unreadable, update), update], update);
    expect(first.sender).toMatch(/^urn:uuid:/);
    expect(second).toMatchObject({ sender: first.sender, identifier: update.id, references: [referenceTo(first)] });
    expect(second.note).toContain('speaks of one that is none');
    const cancel = naming(3, [unreadable, update], 'Cancel');
    const views = [endedBy(unreadable, update, cancel), endedBy(update, cancel), cancel];
    const third = await heard(views, cancel);
    expect(third.references).toEqual([referenceTo(first), referenceTo(second)]);
    for (const [followed, state] of [
      [[first], 'in-force'],
      [[first, second], 'in-force'],
      [[first, second, third], 'cancelled'],
      // Whoever missed what was between hears of the end all the same.
      [[first, third], 'cancelled'],
    ] as const)
      expect(statesOf(followed)).toEqual([state]);
    expect(await toldOver(views)).toEqual([]);
  });

  test.each(['Update', 'Cancel'] as const)(
    'an unsigned %s of it and of a sound one stays its issuer’s: it ends the sound one, and an entry the other',
    async (msgType) => {
      const end = naming(5, [unreadable, sound], msgType);
      const views = [endedBy(unreadable, end), endedBy(sound, end), end];
      const told = await heard(views, end);
      expect([told.sender, told.references]).toEqual([
        sound.alert.sender,
        [referenceTo(unreadable.alert), referenceTo(sound.alert)],
      ]);
      expect(statesOf([await heard([sound], sound), told])).toEqual([msgType === 'Cancel' ? 'cancelled' : 'in-force']);
      const [chain] = revisionOf([await heard([sound], sound), told]);
      expect(chain?.revisions[0]?.ended).toBe(msgType === 'Cancel' ? 'cancelled' : 'updated');
      expect(await toldOver(views)).toEqual([unreadable.id]);
      const text = await (await deskOf(views).ask('/feeds/alerts.atom')).text();
      expect(text).toContain('goes by another sender here');
      expect(text).not.toContain('not for the public');
    },
  );

  test('a signed Cancel of it goes out with its signature, and an entry says that it is over', async () => {
    const cancel = signed(naming(3, [unreadable], 'Cancel'));
    const views = [endedBy(unreadable, cancel), cancel];
    const answer = await deskOf(views).ask(`/feeds/cap/${cancel.id}.xml`);
    expect(await answer.text()).toContain(signature);
    expect(await toldOver(views)).toEqual([unreadable.id]);
  });

  test('an end whose own time of sending is none says in the desk’s name what it can, and entries the rest', async () => {
    const end = naming(5, [unreadable, sound], 'Cancel', { sent: stamp('at noon') });
    const views = [endedBy(unreadable, end), endedBy(sound, end), end];
    const told = await heard(views, end);
    expect(told.sender).toMatch(/^urn:uuid:/);
    expect(statesOf([await heard([unreadable], unreadable), told])).toEqual(['cancelled']);
    expect(await toldOver(views)).toEqual([sound.id]);
  });
});

test('what names others that are sound stays its issuer’s, and no entry stands beside it', async () => {
  const cancel = naming(5, [sound], 'Cancel');
  const views = [endedBy(sound, cancel), cancel];
  const told = await heard(views, cancel);
  expect([told.sender, told.references]).toEqual([sound.alert.sender, [referenceTo(sound.alert)]]);
  expect(await toldOver(views)).toEqual([]);
});

test('an end of another sender, which a person confirmed, is told by an entry: CAP lets only the same sender end', async () => {
  const cancel = naming(5, [sound], 'Cancel', { sender: 'ops@other.example' });
  expect(await toldOver([endedBy(sound, cancel), cancel])).toEqual([sound.id]);
});

describe('a copy of the same name that nobody vouched for changes nothing', () => {
  const copy: AlertView = {
    ...warning(6),
    alert: { ...sound.alert, status: 'actual', infos: [] },
    trust: 'unverified',
    state: 'not-actual',
    confirmedAt: null,
  };

  test.each([
    ['unsigned', (view: AlertView) => view],
    ['signed', signed],
  ])('in how a Cancel goes out that is %s, nor in what it ends', async (_, as) => {
    const cancel = as(naming(5, [sound], 'Cancel'));
    const views = [endedBy(sound, cancel), copy, cancel];
    const [alone, beside] = [await heard([endedBy(sound, cancel), cancel], cancel), await heard(views, cancel)];
    expect(beside).toEqual(alone);
    expect(beside.sender).toBe(sound.alert.sender);
    expect(beside.extra).toHaveLength(as === signed ? 1 : 0);
    expect(statesOf([await heard([sound], sound), beside])).toEqual(['cancelled']);
    expect(await toldOver(views)).toEqual([]);
  });

  test('in the desk’s own name for what ends what went out so', async () => {
    const cancel = naming(5, [unreadable], 'Cancel');
    const double = { ...copy, alert: { ...sound.alert, ...unreadable.alert, infos: [] } };
    const told = await heard([endedBy(unreadable, cancel), double, cancel], cancel);
    expect(told.references).toEqual([referenceTo(await heard([unreadable], unreadable))]);
  });
});
