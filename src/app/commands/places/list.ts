/** places list, places remove: what is listed of the operator's own places, and one less. */
import { currentRecorded } from '../../../store/facts.ts';
import type { Store } from '../../../store/open.ts';
import { placesAsOf, removePlace } from '../../../store/places.ts';
import { type Command, type CommandContext, exit, type Option } from '../../line/command.ts';
import { withStore } from '../../with-store.ts';

const space: Option = { type: 'string', value: 'SPACE', help: 'live (default) or drill.' };

export const placesList: Command = {
  name: 'places list',
  usage: '',
  takes: [0, 0],
  help: 'Lists the desk’s own places.',
  example: 'places list',
  options: { space },
  config: true,
  run: (context) =>
    inSpace(context, 'places list', async (store, desk) => {
      const { seq } = await currentRecorded(store, desk);
      const { places, unreadable } = await placesAsOf(store, desk, seq);
      if (unreadable > 0)
        context.stderr(`tocsin: ${unreadable} more can't be opened: the rows were changed or sealed by another key.\n`);
      for (const { ref, name, kind, point, shape } of places) {
        const extent = { point: 'a point', circle: 'a circle', polygon: 'a polygon' }[shape.kind];
        context.stdout(`${[ref, kind, name, `${point.lat},${point.lon}`, extent].join('\t')}\n`);
      }
      return exit.done;
    }),
};

export const placesRemove: Command = {
  name: 'places remove',
  usage: 'ID',
  takes: [1, 1],
  help: 'Takes a place off the list; what is asked of the past still has it.',
  example: 'places remove gate-3',
  options: { space },
  config: true,
  run: (context) =>
    inSpace(context, 'places remove', async (store, desk) => {
      if (await removePlace(store, desk, context.args[0] ?? '')) return exit.done;
      context.stderr('tocsin: no place of this id is listed.\n');
      return exit.refused;
    }),
};

/** A space misspelt is refused: the other one has other places. */
async function inSpace(
  context: CommandContext,
  what: string,
  work: (store: Store, desk: string) => Promise<number>,
): Promise<number> {
  const desk = context.flags['space'] ?? 'live';
  if (desk === 'live' || desk === 'drill') return withStore(context, what, (store) => work(store, desk));
  context.stderr('tocsin: --space is live or drill.\n');
  return exit.usage;
}
