/** What people are told to do. */

/** Strongest first. */
export const instructions = ['leave', 'shelter', 'avoid', 'prepare', 'monitor', 'all-clear'] as const;
export type Instruction = (typeof instructions)[number];

/** How much an instruction asks of somebody at once: 5 leave … 1 monitor, 0 all-clear. */
export const strengthOf = (instruction: Instruction): number =>
  instructions.length - 1 - instructions.indexOf(instruction);
