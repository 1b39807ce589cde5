/** Waits while a desk runs: until somebody asks it to stop, or until it can't go on. */
import { exit } from './line/command.ts';
import type { RunningDesk } from './wire.ts';

/** Stops the desk too; gives the exit code. */
export async function untilStopped(
  desk: RunningDesk,
  signal: AbortSignal,
  stderr: (text: string) => void,
): Promise<number> {
  const asked = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const why = await Promise.race([asked, desk.broken]);
  if (why !== null) stderr(`tocsin: ${why}\n`);
  await desk.stop();
  return why === null ? exit.done : exit.notStarted;
}
