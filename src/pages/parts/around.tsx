/** What every part of a page may ask about its surroundings without being handed it: whether all of it is an exercise, and whose clock it shows. */

import type { JSX } from 'preact';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Exercise } from '../exercise.ts';

/** The replay a page belongs to; null on a live desk. */
export const InExercise = createContext<Exercise | null>(null);

export const useExercise = (): Exercise | null => useContext(InExercise);

/** What stands before a title, an instruction or a level that is not real. */
export const exerciseMark = 'Exercise: ';

/** `Exercise: ` in a replay, nothing on a live desk. */
export function ExerciseMark(): JSX.Element | null {
  return useExercise() === null ? null : <span class="not-real-word">{exerciseMark}</span>;
}

/** The one heading of a page. */
export function H1({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <h1>
      <ExerciseMark />
      {children}
    </h1>
  );
}
