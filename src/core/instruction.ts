/** What people are told to do. */

/** Strongest first. */
export const instructions = ['leave', 'shelter', 'avoid', 'prepare', 'monitor', 'all-clear'] as const;
export type Instruction = (typeof instructions)[number];
