/** geo import: the boundaries that codes in alerts stand for, brought by the operator. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { boundsOf } from '../../../core/geo/bounds.ts';
import { isExchanged, whereaboutsOf } from '../../../core/geo/geocodes/exchanged.ts';
import { type GeocodeEntry, readGeocodeFile } from '../../../core/geo/geocodes/file.ts';
import { schemeOf } from '../../../core/geo/geocodes/schemes.ts';
import { formatInstant } from '../../../core/time/time.ts';
import { importGeocodes } from '../../../gather/geocodes.ts';
import { type Command, type CommandContext, exit } from '../../line/command.ts';
import { headOf } from '../../line/input.ts';
import { withStore } from '../../with-store.ts';

const mib = 2 ** 20;
/** As much as can be read at once: all regions of Europe at full detail are half of it. */
const maxBytes = 256 * mib;

export const geoImport: Command = {
  name: 'geo import',
  usage: 'FILE',
  takes: [1, 1],
  help: 'Stores the shapes that codes of a scheme stand for, from GeoJSON; alerts in force that wait for them are resolved at once.',
  example: "geo import --scheme EMMA_ID regions.geojson --source 'MeteoAlarm' --edition 2025",
  options: {
    scheme: {
      type: 'string',
      value: 'NAME',
      help: 'The list the codes are from, as alerts name it: NUTS, EMMA_ID, UGC.',
    },
    property: {
      type: 'string',
      value: 'NAME',
      help: 'The property that holds the code, when it can’t be told by itself.',
    },
    edition: {
      type: 'string',
      value: 'TEXT',
      help: 'Which edition of the boundaries it is (default: the day of the import).',
    },
    source: {
      type: 'string',
      value: 'TEXT',
      help: 'Whose boundaries they are, shown beside each area (default: the file’s name).',
    },
  },
  config: true,
  async run(context) {
    const { args, flags, stdout, stderr, clock } = context;
    const file = args[0] ?? '';
    const scheme = textOf(flags['scheme']);
    if (scheme === null) {
      stderr('tocsin: --scheme is missing: which list are the codes from? As alerts name it, such as EMMA_ID.\n');
      return exit.usage;
    }
    const bytes = await bytesOf(context, file);
    if (typeof bytes === 'number') return bytes;
    if (bytes.length > mib) stderr(`Reading ${Math.round(bytes.length / mib)} MiB …\n`);
    const property = textOf(flags['property']);
    const { entries, findings } = readGeocodeFile(scheme, bytes, ...(property === null ? [] : [property]));
    for (const { severity, code, message } of findings) stderr(`${file}: ${severity} ${code} ${message}\n`);
    if (schemeOf(scheme) === null)
      stderr(`tocsin: ${scheme} is no list that Tocsin knows; alerts resolve by it that name it exactly so.\n`);
    if (entries.length === 0) {
      stderr('tocsin: Nothing was imported.\n');
      return exit.refused;
    }
    const made = {
      scheme,
      source: textOf(flags['source']) ?? (file === '-' ? 'standard input' : basename(file)),
      edition: textOf(flags['edition']) ?? `imported ${formatInstant(clock.now()).slice(0, 10)}`,
    };
    return withStore(context, 'geo import', async (store) => {
      const where = whereaboutsOf(scheme, entries, store.divisions);
      if (isExchanged(where)) {
        stderr(
          `tocsin: ${file}: ${where.told - where.asWritten} of ${where.told} shapes lie outside the country that their code names, and ${where.exchanged} would lie inside with latitude and longitude exchanged. Nothing was imported. GeoJSON has longitude first: save the file so.\n`,
        );
        return exit.refused;
      }
      if (where.asWritten * 2 < where.told)
        stderr(
          `tocsin: ${where.told - where.asWritten} of ${where.told} shapes lie outside the country that their code names. See whether they lie where they should.\n`,
        );
      const step = Math.max(1000, Math.ceil(entries.length / 20));
      let next = step;
      const progress = (done: number): void => {
        if (done < next) return;
        next = done + step;
        stderr(`${done} of ${entries.length} codes\n`);
      };
      const gained = await importGeocodes(store, 'live', made, entries, progress);
      const more = gained === 1 ? '1 alert is' : `${gained} alerts are`;
      stdout(
        `${entries.length} codes of ${scheme} stored, from ${made.source}, ${made.edition}. ${extentOf(entries)} ${gained === 0 ? 'No alert in force waited for them.' : `${more} resolved further; a running desk tells people now, otherwise the next start does.`}\n`,
      );
      return findings.some(({ severity }) => severity === 'error') ? exit.refused : exit.done;
    });
  },
};

/** So that whoever imports sees where it lies. */
function extentOf(entries: readonly GeocodeEntry[]): string {
  const polygons = entries.flatMap(({ shape }) => shape.polygons);
  const { south, west, north, east } = boundsOf({ kind: 'multipolygon', polygons });
  const degrees = (a: number, b: number): string => `${a.toFixed(1)} to ${b.toFixed(1)}`;
  return `They lie between latitude ${degrees(south, north)} and longitude ${degrees(west, east)}.`;
}

/** On one line and not without end: it stands beside every area it gave a boundary. */
function textOf(flag: string | boolean | undefined): string | null {
  const text =
    typeof flag === 'string'
      ? flag
          .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
          .trim()
          .slice(0, 100)
          .toWellFormed()
      : '';
  return text === '' ? null : text;
}

/** An exit code when they can't be had, after saying why. */
async function bytesOf({ path, stdin, stderr, signal }: CommandContext, file: string): Promise<Uint8Array | number> {
  try {
    const bytes =
      file === '-' ? await stdin(maxBytes + 1) : await headOf(createReadStream(path(file)), maxBytes + 1, signal);
    if (bytes.length <= maxBytes) return bytes;
    stderr(
      `tocsin: ${file} is larger than 256 MiB and was not read. Simplify its shapes, or split it and import the parts.\n`,
    );
  } catch (error) {
    if (signal.aborted) return exit.interrupted;
    stderr(`tocsin: ${file} can’t be read: ${(error as NodeJS.ErrnoException).code ?? error}.\n`);
  }
  return exit.usage;
}
