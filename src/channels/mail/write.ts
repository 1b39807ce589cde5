/** Notice → letter. Each kind has its own first lines; what follows is put together from the same parts. */
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import type { Notice } from '../../core/model.ts';
import type { Envelope } from '../channel.ts';
import { cutFairly, oneLine, plain } from '../foreign-text.ts';
import { isDrill, type Matter, matterBefore, matterOf } from '../matter.ts';
import { stampWords, utcWords } from '../stated-time.ts';
import { whatChanged } from './changes.ts';
import type { Letter, Passage, Section, Sentence, Theirs } from './letter.ts';
import * as en from './strings/en.ts';
import { unknownAfterCancel, unknownOf } from './unknowns.ts';

const headlineCharacters = 300;
const instructionCharacters = 2500;
const descriptionCharacters = 1500;
const smallCharacters = 200;
const subjectPlaceCharacters = 60;
const wakeCharacters = 2000;

export function writeLetter(envelope: Envelope): Letter {
  const { notice, alert, deskName } = envelope;
  const footer = en.footer(oneLine(deskName, 100), utcWords(notice.madeAt), notice.id);
  if (!alert) return { ...wake(notice), drill: false, footer };
  const drill = isDrill(envelope);
  const letter = byKind(envelope, matterOf(envelope, alert));
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

type Content = Omit<Letter, 'drill' | 'footer'>;

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
  const { info, issuer, event } = matter;
  const { notice } = envelope;
  const place = matter.place ?? en.somewhere;
  const instruction = info && instructionOf(info);
  const now = info?.urgency === 'Immediate';
  const rank = info && severityRank(info);
  const subject = en.subjects.warning(
    oneLine(place, subjectPlaceCharacters),
    instruction && en.doWords(instruction, now),
    event,
    en.severityInSubject(rank),
  );
  return {
    subject: notice.kind === 'update' ? en.subjects.update(subject) : subject,
    first: instruction ? [en.doAt(instruction, now, place, issuer)] : en.headlineAt(headlineOf(matter), place),
    second: [en.saysWho(event, issuer)],
    level: { rank, text: levelText(info) },
    facts: info ? whenOf(matter, info) : [[en.noEnd]],
    sections: sectionsOf([
      [en.titles.changed, notice.kind === 'update' ? whatChanged(envelope, matter) : []],
      [en.titles.theirWords, info ? passagesOf(info) : []],
      [en.titles.who, whoOf(envelope, matter)],
      [en.titles.unknown, info ? unknownOf(info) : []],
      [en.titles.why, whyOf(envelope)],
    ]),
  };
}

function cancel(envelope: Envelope, matter: Matter): Content {
  const ended = envelope.before ? matterBefore(envelope, envelope.before) : matter;
  const named = nameOf(ended);
  // A bare Cancel names its sender only; the same sender signed the warning with a name people know.
  const sameSender = ended.alert.sender === matter.alert.sender && !matter.info?.senderName;
  const issuer = sameSender ? ended.issuer : matter.issuer;
  const own = matter.info && ended !== matter ? passagesOf(matter.info) : [];
  const note = passage(en.passageLabels.note, matter.alert.note, null, descriptionCharacters);
  // A Cancel that only repeats the warning's headline gives no reason.
  const reason = note.length > 0 || own.some(({ label }) => label !== en.passageLabels.headline);
  return {
    subject: en.subjects.cancelled(
      named && oneLine(named.theirs, 100),
      ended.place && oneLine(ended.place, subjectPlaceCharacters),
    ),
    first: named ? en.cancelled(named, ended.place) : [en.cancelledUnnamed],
    second: [en.saysWho(null, issuer)],
    level: null,
    facts: [[en.cancelMeans]],
    sections: sectionsOf([
      [en.titles.theirWords, [...note, ...own]],
      [en.titles.who, whoOf(envelope, { ...matter, issuer })],
      [en.titles.unknown, unknownAfterCancel(reason)],
      [en.titles.why, [[en.toldBefore]]],
    ]),
  };
}

function left(envelope: Envelope, matter: Matter): Content {
  const told = envelope.before ? matterBefore(envelope, envelope.before) : matter;
  const named = nameOf(told);
  const { info, place } = matter;
  return {
    subject: en.subjects.left(named && oneLine(named.theirs, 120)),
    first: en.left(named),
    second: [en.saysWho(matter.event, matter.issuer)],
    level: null,
    facts: [[en.leftStill(place)], ...(info ? whenOf(matter, info) : [])],
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

/** The warning as it names itself: its headline, else its event. */
function nameOf({ info, event }: Matter): Theirs | null {
  const name = oneLine(info?.headline ?? '', headlineCharacters) || event;
  return name === null ? null : { theirs: name, language: info?.language ?? null };
}
const headlineOf = (matter: Matter): Theirs => nameOf(matter) ?? { theirs: matter.alert.identifier, language: null };

function levelText(info: CapInfo | null): string {
  const words = [
    en.severity(info && severityRank(info)),
    info && en.urgency[info.urgency],
    info && en.certainty[info.certainty],
  ];
  return words.filter((word) => typeof word === 'string').join(' ');
}

function whenOf({ alert }: Matter, info: CapInfo): Sentence[] {
  const { onset, expires } = info;
  const begins = onset?.at && alert.sent.at && onset.at > alert.sent.at ? stampWords(onset) : null;
  const ends = expires && stampWords(expires);
  return [
    ...(begins ? [[en.starts(begins)]] : []),
    [ends ? en.holdsUntil(ends) : expires ? en.endUnreadable : en.noEnd],
  ];
}

function passagesOf(info: CapInfo): Passage[] {
  const { passageLabels: label } = en;
  const { language } = info;
  return [
    ...passage(label.headline, info.headline, language, headlineCharacters),
    ...passage(label.instruction, info.instruction, language, instructionCharacters),
    ...passage(label.description, info.description, language, descriptionCharacters),
    ...passage(label.audience, info.audience, language, smallCharacters),
    ...passage(label.contact, info.contact, language, smallCharacters),
  ];
}

function passage(label: string, text: string | null, language: string | null, most: number): Passage[] {
  const { text: theirs, leftOut } = cutFairly(plain(text ?? ''), most);
  return theirs === '' ? [] : [{ label, theirs, language, note: leftOut > 0 ? en.cutHere(leftOut) : null }];
}

function whoOf({ trust }: Envelope, { alert, issuer }: Matter): Sentence[] {
  const sender = oneLine(alert.sender, smallCharacters);
  const vouched = trust ? en.vouched[trust] : undefined;
  return [
    [en.sentBy(issuer, sender, stampWords(alert.sent))],
    ...(vouched ? [[vouched]] : []),
    [en.identifier(oneLine(alert.identifier, smallCharacters))],
  ];
}

function whyOf({ notice, alert }: Envelope): Sentence[] {
  const area = (info: number, index: number): Theirs => ({
    theirs: oneLine(alert?.infos[info]?.areas[index]?.areaDesc ?? '', smallCharacters),
    language: alert?.infos[info]?.language ?? null,
  });
  const reasons = notice.why.map((reason) => en.why(reason, area));
  return [...reasons, ...(notice.kind === 'alert' ? [] : [[en.toldBefore]]), [en.elsewhere]];
}
