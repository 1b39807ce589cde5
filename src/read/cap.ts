/**
 * An alert in CAP as a document to read: what its elements state as a text in zones, and its warnings as fields of that text. For
 * people and programs that ask what a file says; the desk itself works with the alert.
 */
import { instructionOf } from '../core/cap/meaning.ts';
import type { CapAlert, CapInfo } from '../core/cap/model.ts';
import type { Finding } from '../core/finding.ts';
import { familyOfEvent } from '../core/hazard.ts';
import type { Document, InstructionField, Reading, Warning } from '../core/text/reading.ts';
import { type Field, fieldOf } from '../core/text/span.ts';
import { formatInstant } from '../core/time/time.ts';
import { DocumentBuilder } from './document/builder.ts';
import { readDocument } from './read.ts';

/** An info that warns, with the path its blocks stand under. */
interface Stated {
  readonly alert: CapAlert;
  readonly info: CapInfo;
  readonly path: string;
}

/** `findings` are those of whoever read the alerts. One warning for each info of an Alert or Update; what else an alert is, its title says. */
export function readingOfCap(alerts: readonly CapAlert[], findings: readonly Finding[]): Reading {
  const builder = new DocumentBuilder();
  const stated = alerts.flatMap((alert, number) => lay(builder, alert, `alert[${number + 1}]`));
  const [first] = alerts;
  const [info] = first?.infos ?? [];
  const document = builder.build({
    title: first ? titleOf(first, info) : null,
    language: info?.language ?? null,
    publisher: first ? (info?.senderName ?? first.sender) : null,
    publishedAt: first?.sent.at ?? null,
    day: first?.sent.at == null ? null : formatInstant(first.sent.at).slice(0, 10),
  });
  // Its prose is read like any other; what its codes state is not guessed from it.
  const read = readDocument(document, [...findings, ...builder.findings]);
  return {
    ...read,
    warnings: stated
      .filter(({ alert }) => alert.msgType === 'Alert' || alert.msgType === 'Update')
      .map((one, number) => warningOf(document, one, `w${number + 1}`)),
    unknowns: read.unknowns.filter(({ start }) => start !== undefined),
    disagreements: read.disagreements.filter(({ between }) => between.every((id) => !id.startsWith('w'))),
  };
}

/** A drill, and what ends or corrects a warning, must not look like one. */
function titleOf({ status, msgType, identifier }: CapAlert, info: CapInfo | undefined): string {
  const kind = [...(status === 'Actual' ? [] : [status]), ...(msgType === 'Alert' ? [] : [msgType])];
  const words = info?.headline || info?.event || identifier;
  return kind.length === 0 ? words : `${kind.join(', ')}: ${words}`;
}

function lay(builder: DocumentBuilder, alert: CapAlert, path: string): Stated[] {
  if (alert.infos.length === 0) builder.add('title', titleOf(alert, undefined), `${path}.title`);
  return alert.infos.map((info, number) => {
    const own = `${path}.info[${number + 1}]`;
    const add = (zone: 'title' | 'status' | 'body', words: string | null, name: string): void => {
      if (words !== null) builder.add(zone, words, `${own}.${name}`);
    };
    add('title', titleOf(alert, info), 'title');
    add('status', info.senderName ?? alert.sender, 'issuer');
    add('status', info.audience, 'audience');
    add('status', info.event, 'event');
    add('status', info.areas.map(({ areaDesc }) => areaDesc).join('; '), 'areas');
    add('status', info.expires?.text ?? null, 'expires');
    add('body', info.description, 'description');
    add('body', info.instruction, 'instruction');
    add('status', info.responseTypes.join(', '), 'responseType');
    return { alert, info, path: own };
  });
}

function warningOf(document: Document, { alert, info, path }: Stated, id: string): Warning {
  const field = <T>(name: string, value: T): Field<T> | null => fieldAt(document, `${path}.${name}`, value);
  const areas = info.areas.map(({ areaDesc }) => areaDesc).join('; ');
  const end = info.expires?.at ?? null;
  return {
    id,
    issuer: field('issuer', info.senderName ?? alert.sender),
    speaker: null,
    audience: info.audience === null ? null : field('audience', info.audience),
    hazard: field('event', familyOfEvent(info.event)),
    area: field('areas', areas),
    level: null,
    trend: null,
    expires: end === null ? null : field('expires', formatInstant(end)),
    instructions: instructionsOf(document, info, path),
    words: field('title', null) ?? fieldOf(document.text, { start: 0, end: 0 }, 'title', null),
  };
}

/** The strongest response type, in the issuer's words where it has any. */
function instructionsOf(document: Document, info: CapInfo, path: string): InstructionField[] {
  const value = instructionOf(info);
  const code = value && fieldAt(document, `${path}.responseType`, value);
  if (!code) return [];
  const sentence = fieldAt(document, `${path}.instruction`, null) ?? { ...code, value: null };
  return [{ ...code, places: [], immediate: info.urgency === 'Immediate', sentence }];
}

/** The words of all blocks under `path`: paragraphs of one element lie next to each other. */
function fieldAt<T>({ text, blocks }: Document, path: string, value: T): Field<T> | null {
  const own = blocks.filter((block) => block.path === path);
  const [first] = own;
  const last = own.at(-1);
  return first && last ? fieldOf(text, { start: first.start, end: last.end }, first.zone, value) : null;
}
