/** What makes two replays the same: story, end, rules, and the program that plays it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageFile from '../../../package.json' with { type: 'json' };
import type { Instant } from '../../core/time/time.ts';
import type { Config } from '../config.ts';
import { randomBytes } from '../random.ts';
import type { Story } from './story.ts';

/** A bundle names its other parts by their content, so one file tells of all. Run from its sources it is another at each start. */
function programOf(file: string): string {
  const bytes = file.endsWith('.ts') ? randomBytes(32) : readFileSync(file);
  return createHash('sha256').update(bytes).digest('hex');
}

export function stampOf({ hash }: Story, end: Instant, { tellHours, positionHours, deskName }: Config): string {
  const program = programOf(fileURLToPath(import.meta.url));
  const parts = [packageFile.version, program, hash, end, tellHours, positionHours, deskName];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
