/** replay: plays a story by its own times in a space of its own, and answers as the desk would have. An exercise through and through. */
import { join } from 'node:path';
import { isRefusal } from '../../core/refusal.ts';
import { formatInstant, type Instant, parseInstant } from '../../core/time/time.ts';
import { type Command, type CommandContext, exit } from '../line/command.ts';
import { createLog } from '../log.ts';
import { startReplay } from '../replay/desk.ts';
import { readStory, type Story } from '../replay/story.ts';
import { rootFolder } from '../root.ts';
import { untilStopped } from '../until-stopped.ts';

export const replay: Command = {
  name: 'replay',
  usage: '',
  takes: [0, 0],
  help: 'Plays a story of warnings by its own times, as an exercise on this machine alone, and shows what the desk made of it.',
  example: 'replay --at 2021-08-26T12:00+04:30',
  options: {
    story: { type: 'string', value: 'FOLDER', help: 'The story; without it Kabul airport, August 2021.' },
    at: { type: 'string', value: 'TIME', help: 'Stops the story there: a date and time with an offset.' },
  },
  config: true,
  async run(context) {
    const { config, clock, signal, stdout, stderr } = context;
    const asked = read(context);
    if (asked === null) return exit.usage;
    const { story, end } = asked;
    const progress = (words: string): void => stderr(`${words}\n`);
    const desk = await startReplay({ config, story, end, clock, signal, progress, log: createLog(config) });
    if (desk === null) return exit.interrupted;
    if (isRefusal(desk)) {
      stderr(`tocsin: ${desk.refused}\n`);
      return exit.notStarted;
    }
    stdout(`Tocsin answers at ${desk.url}\n`);
    stdout(
      `This is an exercise: “${story.title}”, up to ${formatInstant(end)}. It told nobody outside this machine; ./run serve is the live desk.\n`,
    );
    return untilStopped(desk, signal, stderr);
  },
};

/** The story and where it is to stop; null when one of them can't be used, which has been said. */
function read({ flags, path, stderr }: CommandContext): { story: Story; end: Instant } | null {
  const { story: named, at } = flags;
  const folder = typeof named === 'string' ? path(named) : join(rootFolder(), 'assets', 'replay', 'kabul-2021');
  const reading = readStory(folder);
  if ('faults' in reading) {
    for (const fault of reading.faults) stderr(`tocsin: ${fault}\n`);
    return null;
  }
  const { story } = reading;
  const end = typeof at === 'string' ? parseInstant(at) : story.until;
  if (end !== null && end >= story.from && end <= story.until) return { story, end };
  const [from, until] = [formatInstant(story.from), formatInstant(story.until)];
  stderr(
    end === null
      ? 'tocsin: --at is a date and time with an offset, such as 2021-08-26T12:00+04:30.\n'
      : `tocsin: --at must lie within the story, from ${from} to ${until}.\n`,
  );
  return null;
}
