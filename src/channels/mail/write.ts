/** Notice → letter. Each kind has its own first lines; what follows is put together from the same parts. */
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import { adviceFamily } from '../../core/hazard.ts';
import type { Notice } from '../../core/model.ts';
import type { Envelope } from '../channel.ts';
import { cutFairly, oneLine, plain } from '../foreign-text.ts';
import { areaCharacters, isDrill, isUnplaced, type Matter, matterBefore, matterOf } from '../matter.ts';
import { stampWords, utcWords } from '../stated-time.ts';
import { whatChanged } from './changes.ts';
import { inText, type Letter, type Passage, type Section, type Sentence, type Theirs, theirs } from './letter.ts';
import {
  descriptionCharacters,
  eventOf,
  headlineOf,
  identifierOf,
  issuerOf,
  languageOf,
  levelText,
  nameOf,
  passage,
  passagesOf,
  placeOf,
  shorter,
  smallCharacters,
  whenOf,
} from './lines.ts';
import { inSubject } from './places.ts';
import * as en from './strings/en.ts';
import * as because from './strings/why.ts';
import { unknownAfterCancel, unknownOf } from './unknowns.ts';

const senderCharacters = 80;
const restCharacters = 600;
const wakeCharacters = 2000;

export function writeLetter(envelope: Envelope): Letter {
  const { notice, alert, deskName } = envelope;
  const footer = en.footer(oneLine(deskName, 100), utcWords(notice.madeAt), notice.id);
  const drill = isDrill(envelope);
  const content = alert ? byKind(envelope, matterOf(envelope, alert)) : wake(notice);
  const letter = { ...content, subject: inText(content.subject) };
  if (!drill) return { ...letter, drill, footer };
  return {
    subject: `${en.drill} ${letter.subject}`,
    drill,
    first: [`${en.drill} `, ...letter.first],
    second: [...letter.second, ` ${en.drillNote}`],
    level: letter.level && { ...letter.level, text: en.inDrill(letter.level.text) },
    facts: letter.facts,
    sections: letter.sections.map(({ title, lines }) => ({ title: en.inDrill(title), lines })),
    footer,
  };
}

type Content = Omit<Letter, 'drill' | 'footer' | 'subject'> & { readonly subject: Sentence };

function byKind(envelope: Envelope, matter: Matter): Content {
  switch (envelope.notice.kind) {
    case 'cancel':
      return cancel(envelope, matter);
    case 'left':
      return left(envelope, matter);
    default:
      return warning(envelope, matter);
  }
}

function wake({ sentence }: Notice): Content {
  const { text } = cutFairly(plain(sentence ?? ''), wakeCharacters);
  const subject = en.subjects.wake(oneLine(text, 90));
  return { subject, first: [text], second: [en.wakeAsks], level: null, facts: [], sections: [] };
}

/** The first word about a danger, or an update of it: the same letter, an update says first what changed. */
function warning(envelope: Envelope, matter: Matter): Content {
  const { info } = matter;
  const { notice } = envelope;
  const over = overIn(envelope, info);
  const [also, beside] = [envelope.also ?? [], envelope.beside ?? []];
  return {
    subject: subjectOf(envelope, matter, over),
    ...headOf(envelope, matter),
    level: { rank: info && severityRank(info), text: levelText(matter) },
    facts: [
      ...(over ? [isOfPage(envelope) ? en.partOver(placeOf(matter) ?? en.somewhere, over) : en.overIs(over)] : []),
      ...(isUnplaced(notice) ? [[en.lookWhether]] : []),
      ...whenOf(matter),
      ...(also.length > 0 ? [[en.alsoHere(also.length)]] : []),
      ...(beside.length > 0 ? [[en.stillHere(beside.length)]] : []),
    ],
    sections: sectionsOf([
      [en.titles.changed, notice.kind === 'update' ? whatChanged(envelope, matter) : []],
      [en.titles.theirWords, info ? passagesOf(info) : []],
      [en.titles.rest, restOf(envelope)],
      [en.titles.who, whoOf(envelope, matter)],
      [en.titles.unknown, info ? unknownOf(info, matter) : []],
      [en.titles.why, whyOf(envelope)],
      ...alsoSections([...also, ...beside]),
    ]),
  };
}

const alsoSections = (also: readonly Envelope[]): [string, Section['lines']][] =>
  also.map((other, index) => [en.titles.also(index + 1, also.length), alsoOf(other)]);

/** The danger that an all-clear ends, as the warning named it that they were told of. */
function overIn(envelope: Envelope, info: CapInfo | null): Theirs | null {
  const isClear = envelope.notice.kind === 'update' && info !== null && instructionOf(info) === 'all-clear';
  return isClear && envelope.before ? eventOf(matterBefore(envelope, envelope.before)) : null;
}

/** One part of a page that holds standing advice: what its event names is the page. */
const isOfPage = ({ advice }: Envelope): boolean =>
  advice?.parts.some(({ family }) => family === adviceFamily) === true;

function subjectOf(envelope: Envelope, matter: Matter, over: Theirs | null): Sentence {
  const { info, part, rated } = matter;
  const instruction = info && instructionOf(info);
  const subject = en.subjects.warning(
    placeOf(matter, inSubject) ?? en.somewhere,
    instruction && en.doWords(instruction, info.urgency === 'Immediate', part),
    // What is the matter fills sentences in prose; who says so fits. An all-clear says what is over.
    over && !isOfPage(envelope) ? shorter(over, inSubject) : part ? issuerOf(matter) : eventOf(matter),
    rated ? en.levelInSubject(matter) : en.severityInSubject(info && severityRank(info)),
  );
  const { also = [], beside = [] } = envelope;
  const one = envelope.notice.kind === 'update' ? en.subjects.update(subject) : subject;
  const all = also.length > 0 ? en.subjects.andMore(one, also.length) : one;
  return beside.length > 0 ? en.subjects.still(all, beside.map(shortOf)) : all;
}

/** What another warning asks, in a word or two; its event where it asks nothing. */
function shortOf(envelope: Envelope): string | Theirs {
  const matter = envelope.alert && matterOf(envelope, envelope.alert);
  const instruction = matter?.info ? instructionOf(matter.info) : null;
  if (matter?.info && instruction) return en.doWords(instruction, matter.info.urgency === 'Immediate', matter.part);
  return (matter && eventOf(matter)) ?? en.aWarning;
}

/** What the same issuer says in the same breath, by other parts that hold where they are. */
function restOf(envelope: Envelope): Section['lines'] {
  const { notice, alert } = envelope;
  if (!alert) return [];
  const infos = notice.why.flatMap((reason) =>
    (reason.code === 'inside' || reason.code === 'in-country') && reason.info !== notice.info ? [reason.info] : [],
  );
  return [...new Set(infos)].flatMap((info): Section['lines'] => {
    const matter = matterOf({ ...envelope, notice: { ...notice, info } }, alert);
    if (!matter.info) return [];
    const passages = passage(en.passageLabels.instruction, matter.info.instruction, languageOf(matter), restCharacters);
    const { first } = headOf(envelope, matter);
    return [first, [levelText(matter)], ...passages];
  });
}

/** What to do and where, and who says so. */
function headOf(envelope: Envelope, matter: Matter): Pick<Content, 'first' | 'second'> {
  const { info, part } = matter;
  const issuer = issuerOf(matter);
  const place = placeOf(matter) ?? en.somewhere;
  const instruction = info && instructionOf(info);
  const now = info?.urgency === 'Immediate';
  return {
    first: instruction
      ? en.doAt(instruction, now, place, {
          issuer,
          part,
          isUnplaced: isUnplaced(envelope.notice) && matter.info === envelope.alert?.infos[envelope.notice.info ?? -1],
        })
      : en.headlineAt(headlineOf(matter), place),
    second: part ? en.saysWhoDated(issuer, dayOf(envelope, matter)) : en.saysWho(eventOf(matter), issuer),
  };
}

/** Another warning in the same letter, whole: its head, how grave, until when, their words, who vouches for it, and why. */
function alsoOf(envelope: Envelope): Section['lines'] {
  if (!envelope.alert) return [];
  const matter = matterOf(envelope, envelope.alert);
  const { first, second } = headOf(envelope, matter);
  const { info } = matter;
  return [
    first,
    second,
    [levelText(matter)],
    ...whenOf(matter),
    ...(info ? passagesOf(info) : []),
    ...whoOf(envelope, matter),
    ...(info ? unknownOf(info, matter) : []),
    ...reasonsOf(envelope),
  ];
}

/** The end of what somebody was told of: cancelled, or over because an update set its end into the past. */
function cancel(envelope: Envelope, matter: Matter): Content {
  const how = envelope.notice.why.some(({ code }) => code === 'expired') ? 'over' : 'cancelled';
  const end = how === 'over' && matter.info?.expires ? stampWords(matter.info.expires) : null;
  const ended = envelope.before ? matterBefore(envelope, envelope.before) : matter;
  const named = nameOf(ended);
  const beside = envelope.beside ?? [];
  // A bare Cancel names its sender only; the same sender signed the warning with a name people know.
  const sameSender = ended.alert.sender === matter.alert.sender && !matter.info?.senderName;
  const issuer = sameSender ? ended : matter;
  const own = matter.info && ended !== matter ? passagesOf(matter.info).filter((one) => !isRepeated(one, ended)) : [];
  const note = passage(en.passageLabels.note, matter.alert.note, null, descriptionCharacters);
  // A Cancel that only repeats the warning's headline gives no reason.
  const reason = note.length > 0 || own.some(({ label }) => label !== en.passageLabels.headline);
  return {
    subject: en.subjects[how](named && shorter(named, 100), placeOf(ended, inSubject)),
    first: named ? en.warningIs(how, named, placeOf(ended)) : [en.unnamedIs(how)],
    second: en.saysWho(null, issuerOf(issuer)),
    level: null,
    facts: [
      ...(end ? [[en.endedAt(end)]] : []),
      ...(how === 'over' && ended.rated?.level && ended.rated !== ended.part ? [[en.levelOver(ended)]] : []),
      [en.means[how]],
      ...(beside.length > 0 ? [[en.stillHere(beside.length)]] : []),
    ],
    sections: sectionsOf([
      [en.titles.theirWords, [...note, ...own]],
      [en.titles.who, whoOf(envelope, matter, issuerOf(issuer))],
      [en.titles.unknown, how === 'cancelled' ? unknownAfterCancel(reason) : [[en.unknown.danger]]],
      [en.titles.why, [[because.toldBefore]]],
      ...alsoSections(beside),
    ]),
  };
}

/** What they were told word for word before holds no more, and nobody is to read it as an order. */
function isRepeated({ label, theirs: words }: Passage, { info }: Matter): boolean {
  const isOrder = label === en.passageLabels.instruction || label === en.passageLabels.description;
  return isOrder && info !== null && passagesOf(info).some((one) => one.theirs === words);
}

function left(envelope: Envelope, matter: Matter): Content {
  const told = envelope.before ? matterBefore(envelope, envelope.before) : matter;
  const named = nameOf(told);
  const { info } = matter;
  return {
    subject: en.subjects.left(named && shorter(named, 120)),
    first: en.left(named),
    second: en.saysWho(eventOf(matter), issuerOf(matter)),
    level: null,
    facts: [en.leftStill(placeOf(matter)), ...(info ? whenOf(matter) : [])],
    sections: sectionsOf([
      [en.titles.theirWords, info ? passagesOf(info) : []],
      [en.titles.who, whoOf(envelope, matter)],
      [en.titles.unknown, [[en.unknown.danger]]],
      [en.titles.why, whyOf(envelope)],
    ]),
  };
}

const sectionsOf = (all: readonly (readonly [string, Section['lines']])[]): Section[] =>
  all.filter(([, lines]) => lines.length > 0).map(([title, lines]) => ({ title, lines }));

function whoOf(envelope: Envelope, matter: Matter, issuer = issuerOf(matter)): Sentence[] {
  const { trust, advice } = envelope;
  const { alert } = matter;
  const sender = theirs(oneLine(alert.sender, senderCharacters), null);
  const vouched = trust ? en.vouched[trust] : undefined;
  return [
    advice ? en.datedBy(issuer, sender, dayOf(envelope, matter)) : en.sentBy(issuer, sender, stampWords(alert.sent)),
    ...(vouched ? [[vouched]] : []),
    // What is written in prose bears no identifier of its issuer's.
    ...(advice ? [] : [en.identifier(identifierOf(matter))]),
  ];
}

/** The day as the issuer writes it. */
const dayOf = ({ advice }: Envelope, matter: Matter): Theirs | null =>
  advice?.issued ? theirs(oneLine(advice.issued.text, smallCharacters), languageOf(matter)) : null;

const isStanding = ({ notice, advice }: Envelope): boolean => advice?.parts[notice.info ?? 0]?.family === adviceFamily;

const whyOf = (envelope: Envelope): Sentence[] => [...reasonsOf(envelope), [because.elsewhere]];

function reasonsOf(envelope: Envelope): Sentence[] {
  const { notice, alert } = envelope;
  const area = (info: number, index: number): Theirs =>
    theirs(
      oneLine(alert?.infos[info]?.areas[index]?.areaDesc ?? '', areaCharacters),
      alert?.infos[info]?.language ?? null,
    );
  const reasons = notice.why.map((reason) => because.why(reason, area));
  const rose = notice.kind === 'alert' && notice.why.some(({ code }) => code === 'in-country') && isStanding(envelope);
  return [...reasons, ...(rose ? [[because.rose]] : []), ...(notice.kind === 'alert' ? [] : [[because.toldBefore]])];
}
