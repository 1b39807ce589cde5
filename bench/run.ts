/** `npm run bench -- NAME`: runs one benchmark and prints a table and a JSON line. Benchmarks are not tests. */
import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';

const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const name = process.argv[2] ?? '';
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ')}`);
  process.exit(2);
}
const { run } = (await import(`./${name}.bench.ts`)) as { run(): Promise<Record<string, number | string>> };
const before = loadavg()[0];
const figures = await run();
console.table(figures);
console.log(JSON.stringify({ name, load: before, figures }));
