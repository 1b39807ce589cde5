import pg from 'pg';
import { expect, it } from 'vitest';
import { describeWithDatabase, freshDatabase } from '../../../test/database.ts';

describeWithDatabase('a database for a test', () => {
  it('is migrated, is its own, and goes away with whoever is still connected', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    const pools = [one, two].map(({ url }) => new pg.Pool({ connectionString: url }));
    const ended: string[] = [];
    for (const pool of pools) pool.on('error', (error: NodeJS.ErrnoException) => ended.push(error.code ?? ''));
    const [first, second] = pools as [pg.Pool, pg.Pool];
    await first.query("insert into key_check (fingerprint) values ('f')");
    expect((await first.query('select * from key_check')).rowCount).toBe(1);
    expect((await second.query('select * from key_check')).rowCount).toBe(0);
    expect((await second.query("select count(*) as n from pg_class where relname = 'fact'")).rows).toEqual([
      { n: '1' },
    ]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(first.query('select 1')).rejects.toThrow(/does not exist/);
    expect(ended).toEqual(['57P01', '57P01']);
    await Promise.all(pools.map((pool) => pool.end()));
  });
});
