import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeWithDatabase, freshDatabase, type TestDatabase } from '../../../test/database.ts';
import { backupToFile, checkFile, restoreFromFile } from './file.ts';

describeWithDatabase('a backup file', () => {
  let folder: string;
  let path: string;
  let databases: TestDatabase[];
  let pools: [pg.Pool, pg.Pool];
  const createdAt = 0;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-backup-'));
    path = join(folder, 'house.backup');
    databases = [await freshDatabase(), await freshDatabase()];
    const [one, two] = databases.map(({ url }) => new pg.Pool({ connectionString: url }));
    pools = [one as pg.Pool, two as pg.Pool];
    await pools[0].query("insert into blob values ('live', 'h', 'bytes')");
  });
  afterEach(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await Promise.all(databases.map((database) => database.drop()));
    rmSync(folder, { recursive: true });
  });

  it('is its owner’s alone, has its name only when whole, and restores', async () => {
    writeFileSync(`${path}.part`, 'left by a killed run', { mode: 0o644 });
    const summary = await backupToFile(pools[0], path, { createdAt });
    expect(summary).toMatchObject({ rows: 1, bytes: statSync(path).size });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['house.backup']);
    expect(await checkFile(path)).toEqual(summary);
    expect(await restoreFromFile(pools[1], path)).toEqual(summary);
    expect((await pools[1].query('select bytes from blob')).rows).toEqual([{ bytes: Buffer.from('bytes') }]);
  });

  it('never replaces an older one, and a failed one leaves nothing', async () => {
    writeFileSync(path, 'older');
    expect(await backupToFile(pools[0], path, { createdAt })).toMatchObject({
      refused: expect.stringContaining('exists already'),
    });
    expect(readFileSync(path, 'utf8')).toBe('older');
    expect(await backupToFile(pools[0], join(folder, 'none', 'x'), { createdAt })).toMatchObject({
      refused: expect.stringMatching(/could not be written: ENOENT/),
    });
    const nowhere = new pg.Pool({ host: folder, user: 'tocsin', database: 'none' });
    expect(await backupToFile(nowhere, `${path}2`, { createdAt })).toMatchObject({
      refused: expect.stringContaining('could not be finished'),
    });
    expect(existsSync(`${path}2.part`)).toBe(false);
    await nowhere.end();
  });

  it('that is absent or something else is refused in a sentence', async () => {
    expect(await checkFile(path)).toMatchObject({
      refused: expect.stringMatching(/^The backup cannot be read: ENOENT/),
    });
    expect(await restoreFromFile(pools[1], path)).toMatchObject({ refused: expect.stringMatching(/ENOENT/) });
    writeFileSync(path, 'something else');
    expect(await restoreFromFile(pools[1], path)).toEqual({
      refused: 'This is not a whole backup: it does not begin as one. Use another copy of it.',
    });
    expect(await checkFile(folder)).toMatchObject({ refused: expect.stringContaining('EISDIR') });
  });
});
