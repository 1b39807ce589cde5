/** What a channel plug-in is: a notice becomes a request, a reply becomes an outcome. It does no I/O. */
import type { Advice } from '../core/advice.ts';
import type { CapAlert } from '../core/cap/model.ts';
import type { Notice, Person, ReceiptKind, Trust } from '../core/model.ts';
import type { Outcome, Reply, Request } from '../core/request.ts';

/** One setting of a channel; forms, validation and docs derive from it. */
export interface SettingField {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly kind: 'text' | 'email' | 'url';
  readonly required: boolean;
}

/** All that a notice says, opened for the moment of sending. Never stored. */
export interface Envelope {
  readonly notice: Notice;
  /** null when the notice is a wake for the desk itself. */
  readonly person: Person | null;
  readonly address: string;
  /** The revision the notice speaks for (for a cancel: the Cancel itself). null for a wake. */
  readonly alert: CapAlert | null;
  /** Of an embassy notice or travel advice: what stands beside its alert. Absent for an alert in CAP. */
  readonly advice?: Advice | null;
  /** What they had been told before: the warning that a cancel ends, the revision that an update changed. null for a first word. */
  readonly before: CapAlert | null;
  /** The info of `before` that they were told, and the advice beside it. Absent when that is not known. */
  readonly told?: { readonly info: number; readonly advice: Advice | null };
  /** Other warnings in force where the person is, in one message with this one, the gravest first. Absent when there is none. */
  readonly also?: readonly Envelope[];
  /** Beside an end: warnings that hold where the person is, the gravest first. They were told of them before; absent when there is none. */
  readonly beside?: readonly Envelope[];
  /** Who vouches for the alert; then the notice says it. */
  readonly trust?: Trust | null;
  /** The desk's own name, as people know it. */
  readonly deskName: string;
}

/**
 * What names a message to its receiver: the notice it carries, and in eight digits those that go with it. A receiver leaves out what
 * bears a name that it has seen, so the same notice with others beside it must not bear the same.
 */
export function messageName({ notice, also = [] }: Envelope): string {
  if (also.length === 0) return notice.id;
  const beside = also.reduce((sum, one) => sum ^ Number.parseInt(one.notice.id.slice(2, 10), 16), also.length);
  return `${notice.id}.${(beside >>> 0).toString(16).padStart(8, '0')}`;
}

export interface ReceiptReading {
  /** Notice id. */
  readonly notice: string;
  readonly kind: ReceiptKind;
  readonly words: string;
}

export interface Channel {
  /** Folder name, kebab case. */
  readonly id: string;
  readonly title: string;
  /** Column of the watch list that holds the person's address. */
  readonly addressColumn: string;
  readonly fields: readonly SettingField[];
  /** null when the address is one of this channel, else a sentence that says what is wrong with it. */
  checkAddress(address: string): string | null;
  render(envelope: Envelope, settings: Readonly<Record<string, string>>): Request;
  judge(reply: Reply): Outcome;
  /** Reads what came back later (a bounce, an answer). Empty when it is about none of our notices. Never throws. */
  receipt(bytes: Uint8Array): readonly ReceiptReading[];
}
