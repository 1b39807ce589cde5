/** All profiles, by name. */
import type { Profile } from './profile.ts';

export const profiles: readonly Profile[] = [];

export const profileNamed = (name: string): Profile | null => profiles.find((profile) => profile.name === name) ?? null;
