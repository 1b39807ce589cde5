import { once } from 'node:events';
import { Writable } from 'node:stream';
import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWithDatabase } from '../../../test/database.ts';
import { awkward, collector, contents, createdAt, endHouses, fill, from, newHouse, take } from './backup.fixture.ts';
import { backup } from './backup.ts';
import { checkBackup } from './read.ts';
import { restore } from './restore.ts';

let house: pg.Pool;
beforeEach(async () => {
  house = await newHouse();
});
afterEach(endHouses);

describeWithDatabase('a backup', () => {
  it('brings back every row of every table, whatever is in it and whatever the settings of the servers', async () => {
    await fill(house);
    const { file, summary } = await take(house);
    expect(summary).toMatchObject({
      rows: awkward.length + 501,
      bytes: file.length,
      header: { createdAt: '2021-08-26T12:00:00.000Z', key: 'f00d' },
    });
    expect(summary.tables).toBe(summary.header.tables.length);
    expect(file.subarray(0, 16).toString()).toBe('TOCSIN-BACKUP 1\n');
    expect(file.subarray(-65).toString()).toBe(`${summary.hash}\n`);
    const other = await newHouse(
      '-c datestyle=German -c timezone=Asia/Kabul -c bytea_output=escape -c extra_float_digits=-3 -c intervalstyle=iso_8601',
    );
    expect(await restore(other, from(file), { key: 'f00d' })).toEqual(summary);
    const again = await take(other);
    expect(again.summary.rows).toBe(summary.rows);
    const third = await newHouse();
    expect(await restore(third, from(again.file))).toEqual(again.summary);
    expect(await contents(third)).toBe(await contents(house));
  });

  it('of an empty house restores too', async () => {
    const { file, summary } = await take(house);
    expect(summary).toMatchObject({ rows: 0, header: { key: null } });
    expect(await restore(await newHouse(), from(file, 1))).toEqual(summary);
  });

  it('is of one moment, although others write all the while', async () => {
    await fill(house);
    await house.query('create table a_first (n integer); create table z_last (n integer)');
    let n = 0;
    const both = (): Promise<unknown> =>
      house.query(`insert into a_first values (${++n}); insert into z_last values (${n})`);
    await both();
    const { sink, bytes } = collector(both);
    let writtenByTheLastTable = 0;
    const progress = ({ table }: { table: string }): void => {
      if (table === 'z_last') writtenByTheLastTable = n;
    };
    const summary = await backup(house, sink, { createdAt, progress });
    expect(summary).not.toHaveProperty('refused');
    expect(writtenByTheLastTable).toBeGreaterThan(1);
    const other = await newHouse();
    await other.query('create table a_first (n integer); create table z_last (n integer)');
    expect(await restore(other, from(bytes()))).toEqual(summary);
    const { rows } = await other.query(
      'select (select array_agg(n) from a_first) as a, (select array_agg(n) from z_last) as z',
    );
    expect(rows[0]).toEqual({ a: [1], z: [1] });
  });

  it('reads no faster than the sink takes it', { timeout: 60_000 }, async () => {
    await house.query(
      "insert into blob select 'live', n::text, decode(string_agg(md5(n::text || i::text), ''), 'hex') from generate_series(1, 200) n, generate_series(1, 4000) i group by n",
    );
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { sink, bytes } = collector(() => gate);
    let read = 0;
    const going = backup(house, sink, {
      createdAt,
      progress: (progress) => {
        read = progress.bytes;
      },
    });
    // The sink stands still; the writer goes on until all between is full, and then stands still too.
    for (let last = -1; last !== read || read === 0; ) {
      last = read;
      for (let i = 0; i < 100; i++) await house.query('select 1');
    }
    expect(read).toBeLessThan(2 * 2 ** 20);
    open();
    expect(await going).toMatchObject({ rows: 200 });
    expect(read).toBeGreaterThan(20 * 2 ** 20);
    expect(await checkBackup(from(bytes())())).toMatchObject({ rows: 200 });
  });

  it('that fails half-way is refused, and so is what it wrote by then', { timeout: 60_000 }, async () => {
    await fill(house);
    const full = collector(async () => {
      if (full.bytes().length > 50_000)
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
    });
    expect(await backup(house, full.sink, { createdAt })).toEqual({
      refused: 'The backup could not be finished: ENOSPC: no space left on device, write.',
    });
    expect(await checkBackup(from(full.bytes())())).toEqual({
      refused: 'This is not a whole backup: it is cut short. Use another copy of it.',
    });
    const lost = collector(async () => {
      if (lost.bytes().length > 50_000)
        await house.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy %'",
        );
    });
    const outcome = await backup(house, lost.sink, { createdAt });
    expect(outcome).toMatchObject({
      refused: expect.stringMatching(
        /^The backup could not be finished: (the database went away|PostgreSQL answered 57P01)\.$/,
      ),
    });
    expect((await house.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    const closed = new Writable();
    closed.destroy();
    await once(closed, 'close');
    expect(await backup(house, closed, { createdAt })).toHaveProperty('refused');
    await house.query('create sequence unknown_to_backups');
    await expect(backup(house, collector().sink, { createdAt })).rejects.toThrow('unknown_to_backups');
  });
});
