/**
 * The contract every channel keeps, as cases that any test runner can run: each throws when it is broken. For channels
 * of this desk and of others.
 */
import type { CapInfo } from '../core/cap/model.ts';
import type { Reason } from '../core/model.ts';
import type { Request } from '../core/request.ts';
import type { Channel, Envelope } from './channel.ts';
import {
  caseAlert,
  caseEnvelope,
  caseInfo,
  caseNotice,
  everyKind,
  hostileWords,
  placeName,
  replyCases,
  secretWords,
} from './contract-cases.ts';

/** What only the channel's author knows. */
export interface ChannelSamples {
  /** An address of this channel, and some that are none. */
  readonly address: string;
  readonly badAddresses: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

export interface ContractCase {
  readonly name: string;
  run(): void;
}

export function channelContract(channel: Channel, samples: ChannelSamples): readonly ContractCase[] {
  return [
    ...identityCases(channel, samples),
    ...outcomeCases(channel),
    ...renderCases(channel, samples),
    ...hostileCases(channel, samples),
    ...receiptCases(channel),
  ];
}

const must = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Error(otherwise);
};

/** All that a request says, the escapes of JSON undone, so that words can be looked for. */
function saidBy(request: Request): string {
  const parts =
    request.via === 'smtp'
      ? [
          request.from,
          request.to,
          request.subject,
          request.text,
          request.html ?? '',
          ...Object.entries(request.headers).flat(),
        ]
      : [request.url, request.body ?? '', ...Object.entries(request.headers).flat()];
  return parts
    .join('\n')
    .replace(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const keyOf = (request: Request): string | undefined => (request.via === 'smtp' ? request.messageId : request.sign?.id);

function identityCases(channel: Channel, { address, badAddresses, settings }: ChannelSamples): ContractCase[] {
  return [
    {
      name: 'has an id in kebab case, a title and a column',
      run: () => {
        must(/^[a-z][a-z0-9-]*$/.test(channel.id), `the id ${channel.id} is not kebab case`);
        must(channel.title !== '' && channel.addressColumn !== '', 'title or column is empty');
      },
    },
    {
      name: 'has settings that name and explain themselves, and the sample fills those required',
      run: () => {
        for (const field of channel.fields) {
          must(field.title !== '' && field.help !== '', `the setting ${field.name} does not explain itself`);
          must(!field.required || (settings[field.name] ?? '') !== '', `the sample does not set ${field.name}`);
        }
      },
    },
    { name: 'knows an address', run: () => must(channel.checkAddress(address) === null, `${address} is not accepted`) },
    ...[...badAddresses, '', ' ', '\r\n', `${address}\r\nx`, `${address} ${address}`].map((bad) => ({
      name: `says what is wrong with the address ${JSON.stringify(bad)}`,
      run: () => must((channel.checkAddress(bad) ?? '') !== '', 'it is accepted'),
    })),
  ];
}

const outcomeCases = (channel: Channel): ContractCase[] =>
  replyCases.map(({ name, reply, kind, afterMs }) => ({
    name: `${name} is ${kind}`,
    run: () => {
      const outcome = channel.judge(reply);
      must(outcome.kind === kind, `it is ${outcome.kind}`);
      must(outcome.words.includes('as said'), 'the words of the far side are lost');
      if (afterMs !== undefined && outcome.kind === 'retry')
        must(outcome.afterMs === afterMs, `it waits ${outcome.afterMs} ms instead of ${afterMs}`);
    },
  }));

function renderCases(channel: Channel, { address, settings }: ChannelSamples): ContractCase[] {
  const render = (envelope: Envelope): Request => channel.render(envelope, settings);
  const plain = caseEnvelope(address);
  const depends = (name: string, on: (envelope: Envelope) => Envelope): ContractCase => ({
    name,
    run: () => must(saidBy(render(plain)) !== saidBy(render(on(plain))), 'it says the same either way'),
  });
  const withInfo = (info: Partial<CapInfo>) => (e: Envelope) => ({
    ...e,
    alert: caseAlert({ infos: [caseInfo(info)] }),
  });
  const withWhy =
    (...why: Reason[]) =>
    (e: Envelope) => ({ ...e, notice: { ...e.notice, why } });
  return [
    {
      name: 'is deterministic, and one notice has one key',
      run: () => {
        for (const envelope of everyKind(address)) {
          const [one, two] = [render(envelope), render(structuredCopy(envelope))];
          must(JSON.stringify(one) === JSON.stringify(two), `two renderings of ${envelope.notice.kind} differ`);
          must((keyOf(one) ?? '').includes(envelope.notice.id), 'the key does not name the notice');
        }
        const other = render(
          caseEnvelope(address, { notice: caseNotice({ id: 'n-ffffffffffffffffffffffffffffffff' }) }),
        );
        must(keyOf(other) !== keyOf(render(plain)), 'two notices share a key');
      },
    },
    {
      name: 'goes to the one address',
      run: () => {
        const request = render(plain);
        must((request.via === 'smtp' ? request.to : request.url) === address, 'it goes elsewhere');
      },
    },
    {
      name: 'tells nothing about the person but the address',
      run: () => {
        for (const envelope of everyKind(address))
          for (const word of secretWords)
            must(!saidBy(render(envelope)).includes(word), `${envelope.notice.kind} says ${word}`);
      },
    },
    { name: 'names the place', run: () => must(saidBy(render(plain)).includes(placeName), `${placeName} is missing`) },
    depends('says until when', withInfo({ expires: null })),
    depends('says why', withWhy({ code: 'inside', info: 0, area: 0, shape: 'polygon' })),
    depends('says how severe', withInfo({ severity: 'Minor' })),
    depends('says what to do', withInfo({ responseTypes: ['Evacuate'] })),
    depends('gives the issuer’s instruction', withInfo({ instruction: 'Go upstairs.' })),
    depends('says who warns', (e) => ({
      ...e,
      alert: caseAlert({ sender: 'other.town.example', infos: [caseInfo({ senderName: null })] }),
    })),
    {
      name: 'tells alert, update, left, cancel and wake apart',
      run: () => {
        const kinds = everyKind(address).filter(
          ({ before, alert, notice }) => notice.kind !== 'cancel' || before !== alert,
        );
        const said = new Set(kinds.map((envelope) => saidBy(render(envelope))));
        must(said.size === kinds.length, 'two kinds say the same');
      },
    },
    {
      name: 'never says "safe" or invents an instruction after a cancel',
      run: () => {
        const cancels = everyKind(address).filter(({ notice }) => notice.kind === 'cancel' || notice.kind === 'left');
        for (const envelope of cancels)
          must(!/\b(safe|all[ -]clear|no danger)\b/i.test(saidBy(render(envelope))), `${envelope.notice.kind} says so`);
      },
    },
    {
      name: 'never shows a drill as real: not by status, not by the person’s space',
      run: () => {
        const real = saidBy(render(plain));
        must(!/drill["\s:]*true|\bdrill\./i.test(real), 'a real notice looks like a drill');
        for (const status of ['Exercise', 'Test', 'System', 'Draft', 'Nonsense'])
          mustBeDrill(render(caseEnvelope(address, { alert: caseAlert({ status }) })), status);
        const person = plain.person && { ...plain.person, space: 'drill' as const };
        mustBeDrill(render({ ...plain, person }), 'space drill');
      },
    },
  ];
}

/** A mail starts with the word in subject and first line; data for a machine has the flag. */
function mustBeDrill(request: Request, what: string): void {
  const isMarked =
    request.via === 'smtp'
      ? request.subject.startsWith('DRILL.') && request.text.startsWith('DRILL.')
      : /"drill":true/.test(request.body ?? '');
  must(isMarked, `${what} looks real`);
}

const structuredCopy = (envelope: Envelope): Envelope => JSON.parse(JSON.stringify(envelope));

function hostileCases(channel: Channel, { address, settings }: ChannelSamples): ContractCase[] {
  return hostileWords.map((words) => ({
    name: `lets no foreign words out of their place: ${JSON.stringify(words.slice(0, 40))}`,
    run: () => {
      const info = caseInfo({
        event: words,
        senderName: words,
        headline: words,
        description: words,
        instruction: words,
        audience: words,
        contact: words,
        language: words,
        severity: words,
        urgency: words,
        certainty: words,
        expires: { text: words, at: null },
        areas: caseInfo().areas.map((area) => ({ ...area, areaDesc: words })),
      });
      const alert = caseAlert({
        infos: [info],
        identifier: words,
        sender: words,
        note: words,
        sent: { text: words, at: null },
      });
      for (const envelope of everyKind(address)) {
        const notice = { ...envelope.notice, sentence: envelope.notice.sentence && words };
        const before = envelope.before && alert;
        const hostile = { ...envelope, notice, before, alert: envelope.alert && alert, deskName: words };
        mustBeTame(channel.render(hostile, settings), channel.render(envelope, settings));
      }
    },
  }));
}

const markup = /<script|<img|<a\s|onerror="|javascript:[^"<]*">/i;

function mustBeTame(request: Request, ordinary: Request): void {
  const whole = JSON.stringify(request);
  must(
    !/\\u202[a-e]|[\u202a-\u202e]|\\u0000|\\u001b|\\u0007|\\ud[89ab]../i.test(whole),
    'a control or override gets through',
  );
  must(whole.length < 64 * 1024, `it is ${whole.length} characters long`);
  if (request.via === 'http') {
    must(!/[<>]/.test(request.body ?? ''), 'markup gets through');
    must(
      ordinary.via === 'http' && JSON.stringify(request.headers) === JSON.stringify(ordinary.headers),
      'a header changed',
    );
    JSON.parse(request.body ?? '');
    return;
  }
  const heads = [
    request.from,
    request.to,
    request.subject,
    request.messageId,
    ...Object.entries(request.headers).flat(),
  ];
  must(!heads.some((head) => /[\p{Cc}\u2028\u2029]/u.test(head)), 'a line break gets into a header');
  must(request.subject.length <= 300, 'the subject is endless');
  must(!markup.test(request.html ?? ''), 'markup comes to life');
  must(
    request.html === null || request.html.trimEnd().indexOf('</html>') === request.html.trimEnd().length - 7,
    'the page ends early',
  );
  must(!/[^\P{Cc}\n]/u.test(request.text), 'a control gets into the text');
  must(!/^(WHY YOU GOT THIS)$/m.test(ours(request.text)), 'foreign words pass for ours');
}

/** The text after our own heading of that name, which may stand once. */
const ours = (text: string): string => text.replace(/^WHY YOU GOT THIS$/m, '');

function receiptCases(channel: Channel): ContractCase[] {
  const inputs = ['', 'hello', '{}', 'Content-Type: multipart/report; boundary=x\n\n--x\n--x--', '\u0000'.repeat(1000)];
  return inputs.map((input) => ({
    name: `finds no receipt in ${JSON.stringify(input.slice(0, 30))}`,
    run: () => must(channel.receipt(new TextEncoder().encode(input)).length === 0, 'it finds one'),
  }));
}
