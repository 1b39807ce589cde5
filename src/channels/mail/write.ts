/** Notice → letter. Each kind has its own first lines; what follows is put together from the same parts. */
import { instructionOf, severityRank } from '../../core/cap/meaning.ts';
import type { CapInfo } from '../../core/cap/model.ts';
import { adviceFamily } from '../../core/hazard.ts';
import type { Notice } from '../../core/model.ts';
import type { Envelope } from '../channel.ts';
import { cutFairly, oneLine, plain } from '../foreign-text.ts';
import { areaCharacters, isDrill, type Matter, matterBefore, matterOf } from '../matter.ts';
import { stampWords, utcWords } from '../stated-time.ts';
import { whatChanged } from './changes.ts';
import { inText, type Letter, type Passage, type Section, type Sentence, type Theirs, theirs } from './letter.ts';
import { inSubject, placesOf } from './places.ts';
import * as en from './strings/en.ts';
import * as because from './strings/why.ts';
import { unknownAfterCancel, unknownOf } from './unknowns.ts';

const headlineCharacters = 300;
const instructionCharacters = 2500;
const descriptionCharacters = 1500;
const smallCharacters = 200;
const senderCharacters = 80;
const identifierCharacters = 200;
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
  const { info, part, rated } = matter;
  const { notice } = envelope;
  const issuer = issuerOf(matter);
  const event = eventOf(matter);
  const instruction = info && instructionOf(info);
  const now = info?.urgency === 'Immediate';
  const rank = info && severityRank(info);
  const subject = en.subjects.warning(
    placeOf(matter, inSubject) ?? en.somewhere,
    instruction && en.doWords(instruction, now, part),
    // What is the matter fills sentences in prose; who says so fits.
    part ? issuer : event,
    rated ? en.levelInSubject(rated, rated === part) : en.severityInSubject(rank),
  );
  const also = envelope.also ?? [];
  const one = notice.kind === 'update' ? en.subjects.update(subject) : subject;
  return {
    subject: also.length > 0 ? en.subjects.andMore(one, also.length) : one,
    ...headOf(envelope, matter),
    level: { rank, text: levelText(matter) },
    facts: [...whenOf(matter), ...(also.length > 0 ? [[en.alsoHere(also.length)]] : [])],
    sections: sectionsOf([
      [en.titles.changed, notice.kind === 'update' ? whatChanged(envelope, matter) : []],
      [en.titles.theirWords, info ? passagesOf(info) : []],
      [en.titles.who, whoOf(envelope, matter)],
      [en.titles.unknown, info ? unknownOf(info, rated) : []],
      [en.titles.why, whyOf(envelope)],
      ...also.map((other, index) => [en.titles.also(index + 1, also.length), alsoOf(other)] as const),
    ]),
  };
}

/** What to do and where, and who says so. */
function headOf(envelope: Envelope, matter: Matter): Pick<Content, 'first' | 'second'> {
  const { info, part } = matter;
  const issuer = issuerOf(matter);
  const place = placeOf(matter) ?? en.somewhere;
  const instruction = info && instructionOf(info);
  const now = info?.urgency === 'Immediate';
  return {
    first: instruction ? en.doAt(instruction, now, place, { issuer, part }) : en.headlineAt(headlineOf(matter), place),
    second: part ? en.saysWhoDated(issuer, dayOf(envelope, matter)) : en.saysWho(eventOf(matter), issuer),
  };
}

/** Another warning in the same letter, whole: its head, how grave, until when, their words, who vouches for it, and why. */
function alsoOf(envelope: Envelope): Section['lines'] {
  if (!envelope.alert) return [];
  const matter = matterOf(envelope, envelope.alert);
  const { first, second } = headOf(envelope, matter);
  const { info, rated } = matter;
  return [
    first,
    second,
    [levelText(matter)],
    ...whenOf(matter),
    ...(info ? passagesOf(info) : []),
    ...whoOf(envelope, matter),
    ...(info ? unknownOf(info, rated) : []),
    ...reasonsOf(envelope),
  ];
}

/** The end of what somebody was told of: cancelled, or over because an update set its end into the past. */
function cancel(envelope: Envelope, matter: Matter): Content {
  const how = envelope.notice.why.some(({ code }) => code === 'expired') ? 'over' : 'cancelled';
  const end = how === 'over' && matter.info?.expires ? stampWords(matter.info.expires) : null;
  const ended = envelope.before ? matterBefore(envelope, envelope.before) : matter;
  const named = nameOf(ended);
  // A bare Cancel names its sender only; the same sender signed the warning with a name people know.
  const sameSender = ended.alert.sender === matter.alert.sender && !matter.info?.senderName;
  const issuer = sameSender ? ended : matter;
  const own = matter.info && ended !== matter ? passagesOf(matter.info) : [];
  const note = passage(en.passageLabels.note, matter.alert.note, null, descriptionCharacters);
  // A Cancel that only repeats the warning's headline gives no reason.
  const reason = note.length > 0 || own.some(({ label }) => label !== en.passageLabels.headline);
  return {
    subject: en.subjects[how](named && shorter(named, 100), placeOf(ended, inSubject)),
    first: named ? en.warningIs(how, named, placeOf(ended)) : [en.unnamedIs(how)],
    second: en.saysWho(null, issuerOf(issuer)),
    level: null,
    facts: [...(end ? [[en.endedAt(end)]] : []), [en.means[how]]],
    sections: sectionsOf([
      [en.titles.theirWords, [...note, ...own]],
      [en.titles.who, whoOf(envelope, matter, issuerOf(issuer))],
      [en.titles.unknown, how === 'cancelled' ? unknownAfterCancel(reason) : [[en.unknown.danger]]],
      [en.titles.why, [[because.toldBefore]]],
    ]),
  };
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

/** The warning as it names itself: its headline, else its event. */
function nameOf({ info, event }: Matter): Theirs | null {
  const name = oneLine(info?.headline ?? '', headlineCharacters) || event;
  return name === null ? null : theirs(name, info?.language ?? null);
}
const headlineOf = (matter: Matter): Theirs => nameOf(matter) ?? identifierOf(matter);
const shorter = (words: Theirs, most: number): Theirs => theirs(oneLine(words.theirs, most), words.language);

const languageOf = ({ info }: Matter): string | null => info?.language ?? null;
const identifierOf = ({ alert }: Matter): Theirs => theirs(oneLine(alert.identifier, identifierCharacters), null);
const issuerOf = (matter: Matter): Theirs => theirs(matter.issuer, languageOf(matter));
const eventOf = (matter: Matter): Theirs | null =>
  matter.event === null ? null : theirs(matter.event, languageOf(matter));
const placeOf = (matter: Matter, most?: number): Sentence | null => placesOf(matter.places, languageOf(matter), most);

function levelText({ info, rated }: Matter): string {
  const words = [
    rated ? en.adviceLevel(rated) : en.severity(info && severityRank(info)),
    info && en.urgency[info.urgency],
    info && en.certainty[info.certainty],
  ];
  return words.filter((word) => typeof word === 'string').join(' ');
}

function whenOf({ alert, rated, info }: Matter): Sentence[] {
  if (!info) return [[en.noEnd]];
  const { onset, expires } = info;
  const level = rated?.level ? theirs(oneLine(rated.level.text, smallCharacters), info.language) : null;
  const begins = onset?.at && alert.sent.at && onset.at > alert.sent.at ? stampWords(onset) : null;
  const ends = expires && stampWords(expires);
  return [
    ...(level ? [en.levelWords(level)] : []),
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
    ...(info.description === info.instruction
      ? []
      : passage(label.description, info.description, language, descriptionCharacters)),
    ...passage(label.audience, info.audience, language, smallCharacters),
    ...passage(label.contact, info.contact, language, smallCharacters),
  ];
}

function passage(label: string, text: string | null, language: string | null, most: number): Passage[] {
  const { text: kept, leftOut } = cutFairly(plain(text ?? ''), most);
  return kept === '' ? [] : [{ label, ...theirs(kept, language), note: leftOut > 0 ? en.cutHere(leftOut) : null }];
}

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
