/**
 * Takes the letters of Arabic, Persian, Dari, Pashto and Urdu, in one weight, from Noto Sans Arabic (SIL Open Font License) into
 * assets/fonts: many devices have none that tells ۴ from ۳ at the size of a map's names. Run by `npm run data`; the result is committed.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagePath } from './packages.ts';

const folder = join(import.meta.dirname, '../../assets/fonts');
const name = '@fontsource/noto-sans-arabic@5.3.0';

copyFileSync(
  packagePath(name, 'files/noto-sans-arabic-arabic-400-normal.woff2'),
  join(folder, 'noto-sans-arabic.woff2'),
);
copyFileSync(packagePath(name, 'LICENSE'), join(folder, 'LICENSE-OFL-noto-sans-arabic.txt'));
console.log('assets/fonts/noto-sans-arabic.woff2');
