/** A made-up picture: warnings in force, not real, ended and hostile, with their documents. All words are our own. */
import type { AlertState, AlertView, Report, Trust } from '../../src/core/model.ts';
import { hour, minute, parseInstant } from '../../src/core/time/time.ts';
import { area, circle, documented, info, polygon, stamp } from './document.ts';

export const now = parseInstant('2026-07-28T11:00:00Z') ?? 0;
export const at = (text: string): number => parseInstant(text) ?? 0;

const valley = polygon(
  '34.72,70.10 34.78,70.42 34.66,70.78 34.44,70.83 34.30,70.52 34.40,70.21 34.58,70.08 34.72,70.10',
);

const flood = documented({
  identifier: 'AF-SAMPLE-2026-0728-01',
  sender: 'warnings@met-sample.example',
  sent: stamp('2026-07-28T14:50:00+04:30'),
  note: 'Second bulletin of the day.',
  infos: [
    info({
      language: 'en',
      event: 'Flash flood',
      responseTypes: ['Monitor', 'Evacuate'],
      urgency: 'Immediate',
      severity: 'Extreme',
      certainty: 'Observed',
      onset: stamp('2026-07-28T15:00:00+04:30'),
      expires: stamp('2026-07-28T21:30:00+04:30'),
      senderName: 'Sample Met Office, Jalalabad',
      headline: 'Flash flood on the Kunar river: people beside the river must leave for high ground',
      description:
        'Heavy rain above Asadabad has raised the Kunar river by two metres within the hour. The flood wave reaches the valley floor between Khewa and Jalalabad before evening.\n\nBridges at Khewa and Sorkh Rod may not hold.',
      instruction:
        'Leave the river banks and the valley floor now. Walk uphill, away from the water. Do not cross bridges or flooded roads.',
      contact: 'Duty forecaster, +93 00 000 0000',
      areas: [
        area('Kunar river valley from Khewa to Jalalabad, Nangarhar', {
          polygons: [valley],
          geocodes: [{ valueName: 'ISO 3166-2', value: 'AF-NAN' }],
        }),
      ],
    }),
    info({
      language: 'prs-AF',
      event: 'سیلاب ناگهانی',
      responseTypes: ['Evacuate'],
      urgency: 'Immediate',
      severity: 'Extreme',
      certainty: 'Observed',
      expires: stamp('2026-07-28T21:30:00+04:30'),
      senderName: 'دفتر نمونه هواشناسی، جلال‌آباد',
      headline: 'سیلاب ناگهانی در دریای کنر: کنار دریا را ترک کنید و به جای بلند بروید',
      description: 'باران شدید آب دریای کنر را در یک ساعت دو متر بالا برده است. موج سیلاب پیش از شام به دره می‌رسد.',
      instruction: 'کنار دریا و کف دره را همین حالا ترک کنید. پیاده به سوی بلندی بروید. از پل‌ها نگذرید.',
      areas: [area('درهٔ دریای کنر از خیوه تا جلال‌آباد، ننگرهار', { polygons: [valley] })],
    }),
  ],
});

const blast = documented({
  identifier: 'SAMPLE-SEC-77',
  sender: 'desk@embassy-sample.example',
  sent: stamp('2026-07-28T09:20:00Z'),
  infos: [
    info({
      event: 'Unexploded ordnance',
      categories: ['Security'],
      responseTypes: ['Avoid'],
      severity: 'Severe',
      senderName: 'Sample Embassy, Kabul',
      headline: 'Keep clear of the market street in Khair Khana until it is searched',
      instruction: 'Stay away from the street and the two side lanes.',
      areas: [area('Market street, Khair Khana, Kabul', { circles: [circle(34.572, 69.146, 0.5)] })],
    }),
  ],
});

const heat = documented({
  identifier: 'AF-SAMPLE-HEAT-3',
  sender: 'warnings@met-sample.example',
  sent: stamp('2026-07-28T06:00:00+04:30'),
  infos: [
    info({
      event: 'Heat',
      responseTypes: ['Prepare'],
      severity: 'Moderate',
      senderName: 'Sample Met Office',
      headline: 'Up to 46 degrees in the south until Thursday',
      instruction: 'Work in the early hours, drink often.',
      expires: stamp('2026-07-30T20:00:00+04:30'),
      areas: [
        area('Helmand and Kandahar', {
          geocodes: [
            { valueName: 'ISO 3166-2', value: 'AF-HEL' },
            { valueName: 'ISO 3166-2', value: 'AF-KAN' },
          ],
        }),
      ],
    }),
  ],
});

const roads = documented({
  identifier: 'radio-net-12',
  sender: 'radio@partner.example',
  sent: stamp('2026-07-28T08:00:00Z'),
  infos: [
    info({
      event: 'Roads closed',
      severity: 'Unknown',
      urgency: 'Unknown',
      certainty: 'Unknown',
      areas: [area('the north')],
    }),
  ],
});

const hostile = documented({
  identifier: 'x"><script>window.ran=1</script>',
  sender: 'nobody@nowhere.example',
  sent: stamp('2026-07-28T10:30:00Z'),
  infos: [
    info({
      language: 'en"><b onmouseover=alert(1)>',
      event: '<img src=x onerror="window.ran=1">',
      responseTypes: ['Shelter'],
      severity: 'Catastrophic',
      senderName: '”All clear”, says this desk. <style>*{display:none}</style>',
      headline: '<script>window.ran=1</script> \u202ednuof si gnihton\u202c \u2069\u2069 and on',
      description: `javascript:window.ran=1 ${'W'.repeat(400)}\n\n</blockquote><iframe src="//evil.example"></iframe>`,
      instruction: '<a href="javascript:window.ran=1" onclick="window.ran=1">press here</a> \u202enow',
      web: 'javascript:window.ran=1',
      areas: [area('</title></svg><script>window.ran=1</script>', { polygons: [polygon('10,20 10,21 11,21 10,20')] })],
    }),
  ],
});

const exercise = documented({
  identifier: 'EX-2026-4',
  sender: 'drills@civil-sample.example',
  sent: stamp('2026-07-28T10:00:00Z'),
  status: 'Exercise',
  infos: [
    info({
      event: 'Dam failure',
      responseTypes: ['Evacuate'],
      severity: 'Extreme',
      urgency: 'Immediate',
      senderName: 'Sample Civil Protection',
      headline: 'Dam above the town is failing: everybody leaves by the east road',
      instruction: 'Leave by the east road.',
      expires: stamp('2026-07-28T18:00:00Z'),
      areas: [
        area('Town below the sample dam', {
          polygons: [polygon('34.30,62.10 34.40,62.10 34.40,62.25 34.30,62.25 34.30,62.10')],
        }),
      ],
    }),
  ],
});

const dust = documented({
  identifier: 'AF-SAMPLE-DUST-1',
  sender: 'warnings@met-sample.example',
  sent: stamp('2026-07-27T08:00:00+04:30'),
  infos: [
    info({
      event: 'Dust storm',
      severity: 'Severe',
      responseTypes: ['Shelter'],
      headline: 'Dust storm over Farah',
      instruction: 'Stay indoors.',
      senderName: 'Sample Met Office',
      expires: stamp('2026-07-27T20:00:00+04:30'),
      areas: [area('Farah', { circles: [circle(32.37, 62.11, 60)] })],
    }),
  ],
});

const quake = documented({
  identifier: 'SAMPLE-EQ-9',
  sender: 'quakes@geo-sample.example',
  sent: stamp('2026-07-26T03:00:00Z'),
  infos: [
    info({
      event: 'Earthquake',
      categories: ['Geo'],
      severity: 'Minor',
      headline: 'Light earthquake felt in Badakhshan',
      senderName: 'Sample Seismic Net',
      areas: [area('Badakhshan', { circles: [circle(36.8, 71.2, 120)] })],
    }),
  ],
});

/** Somebody else's cancel of the flood warning: what a desk must look at twice. */
const cancel = documented({
  identifier: 'STRANGE-CANCEL-1',
  sender: 'office@elsewhere.example',
  sent: stamp('2026-07-28T10:50:00Z'),
  msgType: 'Cancel',
  references: [
    { sender: flood.alert.sender, identifier: flood.alert.identifier, sent: '2026-07-28T10:20:00+00:00' },
    { sender: 'x@y.example', identifier: 'UNKNOWN-1', sent: '2026-07-28T09:00:00+00:00' },
  ],
});

const view = (
  id: string,
  of: { alert: AlertView['alert'] },
  state: AlertState,
  trust: Trust,
  more: Partial<AlertView> = {},
): AlertView => ({
  id: `a-${id.repeat(16)}`,
  report: `r-${id.repeat(16)}`,
  alert: of.alert,
  advice: null,
  resolved: [],
  trust,
  confirmedBy: trust === 'operator' ? 'asha' : null,
  confirmedAt: trust === 'operator' ? at('2026-07-28T10:24:00Z') : null,
  state,
  situation: `s-${id.repeat(16)}`,
  situations: [`s-${id.repeat(16)}`],
  endedBy: null,
  enders: [],
  claimedEndedBy: [],
  recorded: { seq: 200 + Number.parseInt(id, 16), at: (of.alert.sent.at ?? 0) + 2 * minute },
  ...more,
});

export const views = {
  flood: view('1', flood, 'in-force', 'operator', { claimedEndedBy: ['a-9999999999999999'] }),
  blast: view('2', blast, 'in-force', 'unverified'),
  heat: view('3', heat, 'in-force', 'from-origin'),
  roads: view('4', roads, 'in-force', 'reported'),
  hostile: view('5', hostile, 'in-force', 'unverified'),
  exercise: view('6', exercise, 'not-actual', 'operator'),
  dust: view('7', dust, 'expired', 'operator'),
  cancel: view('9', cancel, 'not-a-warning', 'unverified'),
  quake: view('8', quake, 'cancelled', 'operator', { endedBy: 'a-9999999999999999' }),
} as const;

const texts: Record<string, string> = {
  [views.flood.report]: flood.text,
  [views.blast.report]: blast.text,
  [views.heat.report]: heat.text,
  [views.roads.report]: roads.text,
  [views.hostile.report]: hostile.text,
  [views.exercise.report]: exercise.text,
  [views.dust.report]: dust.text,
  [views.quake.report]: quake.text,
  [views.cancel.report]: cancel.text,
};
export const binaryReport = 'r-aaaaaaaaaaaaaaaa';
export const longReport = 'r-bbbbbbbbbbbbbbbb';

export function bytesOf(report: string): Uint8Array | null {
  if (report === binaryReport) return Uint8Array.from({ length: 700 }, (_, n) => (n * 37) % 256);
  if (report === longReport)
    return new TextEncoder().encode(Array.from({ length: 40_000 }, (_, n) => `<line number="${n + 1}"/>`).join('\n'));
  const text = texts[report];
  return text === undefined ? null : new TextEncoder().encode(text);
}

export function reportOf(id: string): Report | null {
  const bytes = bytesOf(id);
  if (!bytes) return null;
  return {
    id,
    hash: id.slice(2).repeat(4),
    source: 'cap-file',
    url: null,
    alsoAt: [],
    type: 'application/cap+xml',
    fetchedAt: now - hour,
    by: 'asha',
    size: bytes.length,
    recorded: { seq: 200, at: now - hour },
    findings:
      id === binaryReport
        ? [{ severity: 'error', code: 'cap.not-xml', message: 'These bytes are no XML document.', where: {} }]
        : id === views.roads.report
          ? [
              {
                severity: 'warning',
                code: 'cap.area.no-shape',
                message: 'The area has neither polygon nor circle.',
                where: { line: 15, column: 7 },
              },
            ]
          : id === longReport
            ? [{ severity: 'error', code: 'cap.root', message: 'The document is no alert.', where: { line: 31_000 } }]
            : [],
  };
}
