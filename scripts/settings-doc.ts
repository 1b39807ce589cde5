/** Writes docs/settings.md from the table of settings. */
import { writeFileSync } from 'node:fs';
import { settingsMarkdown } from '../src/app/settings/text.ts';

writeFileSync(new URL('../docs/settings.md', import.meta.url), settingsMarkdown());
