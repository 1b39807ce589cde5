/** The samples of a source: folders `samples/<name>/` with `input.*` and `expected.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceSample } from '../src/sources/contract.ts';
import type { Envelope } from '../src/sources/source.ts';

export function samplesIn(folder: string, envelope: Envelope): SourceSample[] {
  return readdirSync(folder).map((name) => {
    const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'));
    if (input === undefined) throw new Error(`${name} has no input`);
    return {
      name,
      envelope,
      bytes: new Uint8Array(readFileSync(join(folder, name, input))),
      expected: JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')),
    };
  });
}
