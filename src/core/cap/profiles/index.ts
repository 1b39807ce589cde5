/**
 * The profiles of CAP, one by one and all together. This is the package's entry `tocsin/cap/profiles`: they are mostly sentences, and who
 * needs none, or one, carries no others.
 */
import { capAu } from './cap-au/profile.ts';
import { capCp } from './cap-cp/profile.ts';
import { google } from './google/profile.ts';
import { ipaws } from './ipaws/profile.ts';
import { meteoalarm } from './meteoalarm/profile.ts';
import type { Profile } from './profile.ts';
import { wmo } from './wmo/profile.ts';

export type { Profile } from './profile.ts';
export { capAu, capCp, google, ipaws, meteoalarm, wmo };

export const profiles: readonly Profile[] = [ipaws, capCp, capAu, google, wmo, meteoalarm];

/** null for a name that none has. */
export const profileNamed = (name: string): Profile | null => profiles.find((profile) => profile.name === name) ?? null;
