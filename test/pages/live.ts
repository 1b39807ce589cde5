/** The made-up live picture: what stands in it of the made-up warnings, each citing its own document. */
import type { Instruction } from '../../src/core/instruction.ts';
import type { AlertView } from '../../src/core/model.ts';
import type { Cite, Situation } from '../../src/core/situation.ts';
import { situation, word } from './kabul/situations.ts';
import { bytesOf, views } from './picture.ts';

const cited = (view: AlertView, words: string, zone: string): Cite => {
  const text = new TextDecoder().decode(bytesOf(view.report) ?? new Uint8Array());
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in ${view.report}`);
  return { report: view.report, start, end: start + words.length, text: words, zone };
};

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function of(view: AlertView, id: string, family: string, instruction: Instruction | null, response: string): Situation {
  const [one] = view.alert.infos;
  if (!one) throw new Error(`${view.id} says nothing`);
  const issuer = one.senderName ?? view.alert.sender;
  const words = cited(view, escaped(one.instruction ?? one.event).split('\n')[0] ?? '', 'info[1]/instruction');
  const do_ = instruction === null ? null : cited(view, response, 'info[1]/responseType[1]');
  const severity = cited(view, `>${one.severity}<`, 'info[1]/severity');
  const inner: Cite = { ...severity, start: severity.start + 1, end: severity.end - 1, text: one.severity };
  const [place] = one.areas;
  const shapes = [...(place?.polygons ?? []), ...(place?.circles ?? [])].flatMap(({ shape }) => shape ?? []);
  return situation({
    id: `s-${id.repeat(16)}`,
    family,
    event: one.event,
    place: {
      id: null,
      name: place?.areaDesc ?? '',
      kind: 'area',
      country: shapes.length > 0 ? 'AF' : null,
      shapes,
      ours: false,
    },
    instruction:
      instruction === null || do_ === null ? null : { value: instruction, issuer, immediate: false, at: [], cite: do_ },
    severity: { value: one.severity, issuer, cite: inner },
    issuers: [
      word({
        issuer,
        name: issuer,
        words: { ...words, text: one.instruction ?? one.event },
        severity: inner,
        instructions: instruction === null ? [] : [instruction],
        instructionCites: do_ === null ? [] : [do_],
        trust: view.trust,
        issuedAt: view.alert.sent.at ?? 0,
        knownAt: view.recorded.at,
        expires: one.expires?.at ?? null,
        places: place ? [place.areaDesc] : [],
        alert: view.id,
      }),
    ],
    unknowns: one.expires === null ? [{ about: 'end', issuer: null, cite: null, speaker: null, at: null }] : [],
    alerts: [view.id],
    reports: [view.report],
    knownSince: view.recorded.at,
    changedAt: view.recorded.at,
  });
}

export const liveSituations: readonly Situation[] = [
  of(views.flood, '1', 'flood', 'leave', 'Evacuate'),
  of(views.hostile, '5', '<img src=x onerror="window.ran=1">', 'shelter', 'Shelter'),
  of(views.blast, '2', 'attack', 'avoid', 'Avoid'),
  of(views.heat, '3', 'heat', 'prepare', 'Prepare'),
  of(views.roads, '4', 'roads closed', null, ''),
];
