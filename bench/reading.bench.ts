/**
 * How well the reader reads: figures on marked texts, each with its exact definition, its counts and the cases that cost most. The texts
 * lie beside the repository (../shared/data); a set that is not at hand is skipped and said to be.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { geovirus } from './reading/geovirus.ts';
import type { Figure, MarkedSet } from './reading/score.ts';
import { seed } from './reading/seed.ts';

const sets: readonly MarkedSet[] = [seed, geovirus];
const data = join(import.meta.dirname, '../../shared/data');
const mostWorst = 12;

export async function run(): Promise<Record<string, number | string>> {
  const figures = sets.flatMap((set) => {
    const folder = join(data, set.path);
    if (existsSync(folder)) return set.measure((file) => readFileSync(join(folder, file), 'utf8'));
    console.log(`Skipped: ${set.name} is not at hand (${set.path} beside the repository).`);
    return [];
  });
  for (const figure of figures) tell(figure);
  return Object.fromEntries(figures.map(({ name, value, counts }) => [name, `${value.toFixed(3)} (${counts})`]));
}

function tell({ name, definition, value, counts, worst }: Figure): void {
  console.log(`\n${name}: ${value.toFixed(3)} (${counts})\n  ${definition}`);
  for (const one of worst.slice(0, mostWorst)) console.log(`  - ${one.length > 160 ? `${one.slice(0, 160)}…` : one}`);
  if (worst.length > mostWorst) console.log(`  … and ${worst.length - mostWorst} more`);
}
