import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../core/refusal.ts';
import { openReplayFolder, type ReplayFolder } from './folder.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-replay-'));
  folders.push(folder);
  return join(folder, 'replay');
};

async function open(folder: string, stamp: string): Promise<ReplayFolder> {
  const opened = await openReplayFolder(folder, stamp);
  if (isRefusal(opened)) throw new Error(opened.refused);
  return opened;
}

/** What a play leaves behind. */
function leaveTraces({ data, inbox }: ReplayFolder): void {
  mkdirSync(inbox, { recursive: true });
  writeFileSync(join(data, 'trace'), 'x');
  writeFileSync(join(inbox, 'trace'), 'x');
}
const played = { reports: [{ at: 1, title: 'A title', report: 'r-1' }] };

describe('the folder of a replay', () => {
  test('is made, and what was played to the end is there for the next run with the same stamp', async () => {
    const folder = fresh();
    const first = await open(folder, 'a');
    expect(first.played).toBeNull();
    leaveTraces(first);
    first.finish(played);
    first.release();
    const second = await open(folder, 'a');
    expect(second.played).toEqual(played);
    expect(existsSync(join(second.data, 'trace'))).toBe(true);
    second.release();
  });

  test('is emptied for another stamp, and after a play that was cut short', async () => {
    const folder = fresh();
    const first = await open(folder, 'a');
    leaveTraces(first);
    first.release();
    const again = await open(folder, 'a');
    expect([again.played, readdirSync(again.data), existsSync(again.inbox)]).toEqual([null, [], false]);
    leaveTraces(again);
    again.finish(played);
    again.release();
    const other = await open(folder, 'b');
    expect([other.played, readdirSync(other.data), existsSync(other.inbox)]).toEqual([null, [], false]);
    other.release();
    // The old one was wiped, so it is not there any more either.
    const back = await open(folder, 'a');
    expect(back.played).toBeNull();
    back.release();
  });

  test('is played anew when a part of it is gone', async () => {
    const folder = fresh();
    const first = await open(folder, 'a');
    leaveTraces(first);
    first.finish(played);
    first.release();
    rmSync(first.inbox, { recursive: true });
    const again = await open(folder, 'a');
    expect([again.played, readdirSync(again.data)]).toEqual([null, []]);
    again.release();
  });

  test.each([
    ['a live desk’s data', 'pg/PG_VERSION', '18'],
    ['anything', 'notes.txt', 'mine'],
    ['a marker of somebody else’s', 'replay.json', '{"is": "a film"}'],
    ['a marker that is no JSON', 'replay.json', ''],
  ])('that holds %s is refused and stays as it is', async (_, name, text) => {
    const folder = fresh();
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
    const opened = await openReplayFolder(folder, 'a');
    expect(opened).toMatchObject({ refused: expect.stringContaining('no replay’s') });
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('is held: a second replay on it is refused and wipes nothing', async () => {
    const folder = fresh();
    const first = await open(folder, 'a');
    leaveTraces(first);
    expect(await openReplayFolder(folder, 'b')).toMatchObject({
      refused: expect.stringContaining('in use by another Tocsin (replay'),
    });
    expect(existsSync(join(first.data, 'trace'))).toBe(true);
    first.release();
  });
});
