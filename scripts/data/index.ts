/** Makes the committed assets of geographic data anew, each from the packages it names: `npm run data`. */
import './borders.ts';
import './divisions.ts';
import './basemap.ts';
import './fonts.ts';
import { makeGazetteer } from './gazetteer.ts';

await makeGazetteer();
