/** All profiles, by name. */
import { capAu } from './cap-au/profile.ts';
import { capCp } from './cap-cp/profile.ts';
import { google } from './google/profile.ts';
import { ipaws } from './ipaws/profile.ts';
import { meteoalarm } from './meteoalarm/profile.ts';
import type { Profile } from './profile.ts';
import { wmo } from './wmo/profile.ts';

export const profiles: readonly Profile[] = [ipaws, capCp, capAu, google, wmo, meteoalarm];

export const profileNamed = (name: string): Profile | null => profiles.find((profile) => profile.name === name) ?? null;
