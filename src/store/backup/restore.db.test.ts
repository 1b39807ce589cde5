import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWithDatabase } from '../../../test/database.ts';
import { contents, endHouses, fill, from, newHouse, take } from './backup.fixture.ts';
import { checkBackup } from './read.ts';
import { restore } from './restore.ts';

let house: pg.Pool;
beforeEach(async () => {
  house = await newHouse();
});
afterEach(endHouses);

describeWithDatabase('a restore', () => {
  it('refuses a file cut anywhere and a file with any byte altered, and the database stays as it was', {
    timeout: 120_000,
  }, async () => {
    await house.query("insert into blob values ('live', 'h', 'bytes'), ('live', 'i', 'more')");
    const { file, summary } = await take(house);
    expect(await checkBackup(from(file)())).toEqual(summary);
    for (let length = 0; length < file.length; length++) {
      const outcome = await checkBackup(from(file.subarray(0, length))());
      expect(outcome, `cut to ${length}`).toMatchObject({
        refused: expect.stringMatching(/^This is not a whole backup: /),
      });
    }
    for (let at = 0; at < file.length; at++) {
      const altered = Buffer.from(file);
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8));
      const outcome = await checkBackup(from(altered)());
      expect(outcome, `byte ${at}`).toMatchObject({ refused: expect.stringMatching(/^This is not a whole backup: /) });
    }
    expect(await checkBackup(from(Buffer.concat([file, Buffer.from('x')]))())).toHaveProperty('refused');
    const other = await newHouse();
    const before = await contents(other);
    expect(await restore(other, from(file.subarray(0, -1)))).toHaveProperty('refused');
    expect(await contents(other)).toBe(before);
  });

  it('changes nothing when the file is another at the second reading', async () => {
    await fill(house);
    const { file } = await take(house);
    await house.query('delete from blob');
    const { file: later } = await take(house);
    for (const second of [later, file.subarray(0, -100), file.subarray(0, 200)]) {
      const other = await newHouse();
      const before = await contents(other);
      const sources = [from(file), from(second)];
      expect(await restore(other, () => (sources.shift() ?? from(file))())).toHaveProperty('refused');
      expect(await contents(other)).toBe(before);
    }
  });

  it('needs an empty database unless it may replace what is there', async () => {
    await fill(house);
    const { file, summary } = await take(house);
    const other = await newHouse();
    await other.query("insert into desk (desk, seq, at) values ('live', 0, 0)");
    expect(await restore(other, from(file))).toEqual(summary);
    expect((await other.query('select * from desk')).rowCount).toBe(0);
    await other.query("insert into blob values ('live', 'own', 'bytes')");
    const before = await contents(other);
    expect(await restore(other, from(file))).toMatchObject({
      refused: expect.stringContaining('This database is not empty (table awk"ward)'),
    });
    expect(await contents(other)).toBe(before);
    expect(await restore(other, from(file), { replace: true })).toEqual(summary);
    expect(await contents(other)).toBe(await contents(house));
  });

  it('names the migrations when they differ, and the keys when they do', async () => {
    await house.query("insert into key_check (fingerprint) values ('f00d')");
    const { file, summary } = await take(house);
    expect(await restore(house, from(file), { key: 'beef' })).toMatchObject({
      refused: expect.stringMatching(/sealed with key f00d, this one is beef;/),
    });
    const newer = await newHouse();
    await newer.query("insert into migration (id, at) values ('9999-later', 0)");
    const migrations = summary.header.migrations.join(', ');
    expect(await restore(newer, from(file))).toMatchObject({
      refused: expect.stringContaining(
        `made with the migrations ${migrations}, this database has ${migrations}, 9999-later;`,
      ),
    });
    const odd = await newHouse();
    await odd.query('create table odd (n integer)');
    expect(await restore(odd, from(file))).toMatchObject({
      refused: expect.stringContaining('are not those of the backup'),
    });
  });

  it('into a database in use is refused', async () => {
    const { file } = await take(house);
    const other = await newHouse();
    const client = await other.connect();
    await client.query('begin; select * from fact');
    expect(await restore(other, from(file))).toEqual({
      refused: 'Nothing was restored: the database is in use, stop the desk that runs on it.',
    });
    await client.query('rollback');
    client.release();
  });
});
