/** A process of its own for postgres.test.ts: starts the server, says so, and then commits row after row, saying each number. */
import pg from 'pg';
import { isRefusal } from '../../core/refusal.ts';
import { startPostgres } from './postgres.ts';

const [folder = '', mode = 'write'] = process.argv.slice(2);
const server = await startPostgres({ folder });
if (isRefusal(server)) {
  process.stdout.write(`${server.refused}\n`);
  process.exit(1);
}
process.stdout.write(`${JSON.stringify({ pid: server.pid, connection: server.connection })}\n`);
if (mode === 'stop') {
  await server.stop();
  process.exit(0);
}
const client = new pg.Client({ ...server.connection, password: '' });
await client.connect();
await client.query('create table kept (n integer primary key)');
for (let n = 1; ; n++) {
  await client.query('insert into kept values ($1)', [n]);
  process.stdout.write(`${n}\n`);
}
