/** The divisions that come with Tocsin, for tests. */
import { readFileSync } from 'node:fs';
import { type Divisions, openDivisions } from '../src/core/geo/geocodes/divisions.ts';

export const divisions: Divisions = openDivisions(new Uint8Array(readFileSync('assets/geo/divisions.bin')));
