/** The form in which an alert that came as CAP goes out. Reading a report costs, so what was made of it is kept for whoever asks again. */
import { write } from '../../core/cap/index.ts';
import type { AlertView } from '../../core/model.ts';
import { asCame, isSound, isWellFormed, type Original, originalOf, unsigned } from '../../pages/feeds/as-came.ts';
import { capType } from '../../pages/feeds/frame.ts';
import { xmlDocument } from '../../pages/feeds/markup.ts';
import { isPassedOn, vouchedAt } from '../../pages/feeds/published.ts';
import { rated } from '../../pages/feeds/rated.ts';
import type { Moment } from '../../pages/layout.tsx';
import { isLater } from '../../picture/alerts.ts';
import type { WebDeps } from '../deps.ts';
import { type Body, bodyOf } from './answer.ts';
import { Lately } from './lately.ts';

export interface Form {
  /** What programs get. */
  readonly body: Body;
  /** As it came, whatever is wrong with it; the same as `body` where that can't be had. */
  readonly came: Body;
  /** The alert's element in well-formed XML, for whoever is to look at it. */
  readonly element: string;
  /** The schema of CAP takes `body`, or its signature is why it goes out as it came. */
  readonly isSound: boolean;
  /** `body` has the signature that it came with. */
  readonly isSigned: boolean;
}

const ofText = `${capType}; charset=utf-8`;
/** In bytes, of forms and of documents each: some thousand alerts of usual size, and the largest document there may be. */
const room = 16 * 2 ** 20;

/** `text`: a document of the desk's own writing. */
export function formOf(text: string): Form {
  const body = bodyOf(text, ofText, null);
  return {
    body,
    came: body,
    element: text.slice(text.indexOf('?>') + 2).trim(),
    isSound: isSound(body.bytes),
    isSigned: false,
  };
}

/** Alerts of which it is kept whether they are the desk's own words. */
const roomOfNames = 10_000;

export class Forms {
  readonly #deps: Pick<WebDeps, 'report' | 'bytes' | 'namedBy'>;
  /** By alert, and the commit that it is from: of these two a form hangs on nothing else. */
  readonly #forms = new Lately<Form>(room);
  /** By report. Only of several alerts: of one there is its form. */
  readonly #originals = new Lately<Original>(room);
  /** Reports that are being read; of a thousand who ask at once one reads. */
  readonly #reading = new Map<string, Promise<Source | null>>();
  /** By alert and commit. */
  readonly #ours = new Lately<boolean>(roomOfNames);

  constructor(deps: Pick<WebDeps, 'report' | 'bytes' | 'namedBy'>) {
    this.#deps = deps;
  }

  async of(view: AlertView, moment: Moment): Promise<Form> {
    const key = `${view.id} ${view.recorded.seq}`;
    const kept = this.#forms.find(key);
    if (kept) return kept;
    const form = made(view, await this.#sourceOf(view, moment));
    this.#forms.keep(key, form, form.body.bytes.length + form.came.bytes.length + form.element.length);
    return form;
  }

  /**
   * Whether it goes out in the desk's own name: it never came as CAP or can't be said in its issuer's name; or it is an Update or Cancel
   * without a signature, and all that it names and that was passed on went out so. It hangs on what the desk vouched for before it
   * vouched for this, so that its name stays.
   */
  async isOurs(view: AlertView, moment: Moment): Promise<boolean> {
    const key = `${view.id} ${view.recorded.seq}`;
    const kept = this.#ours.find(key);
    if (kept !== null) return kept;
    const isOurs =
      view.advice !== null || !(await this.#isSpeakable(view, moment)) || (await this.#followsOurs(view, moment));
    this.#ours.keep(key, isOurs, 1);
    return isOurs;
  }

  /** The alerts that it names and that went out in the desk's own name. */
  async oursNamedBy(view: AlertView, moment: Moment): Promise<readonly AlertView[]> {
    const ours: AlertView[] = [];
    for (const one of await this.#passedOn(view, moment)) if (await this.isOurs(one, moment)) ours.push(one);
    return ours;
  }

  /** In its issuer's name; of most this is seen without what they came in. */
  async #isSpeakable(view: AlertView, moment: Moment): Promise<boolean> {
    const kept = this.#forms.find(`${view.id} ${view.recorded.seq}`);
    return kept ? kept.isSound : formAnew(view).isSound || (await this.of(view, moment)).isSound;
  }

  async #followsOurs(view: AlertView, moment: Moment): Promise<boolean> {
    if (!['Update', 'Cancel'].includes(view.alert.msgType)) return false;
    const passed = await this.#passedOn(view, moment);
    for (const one of passed) if (!(await this.isOurs(one, moment))) return false;
    return passed.length > 0 && !(await this.of(view, moment)).isSigned;
  }

  /** Of the alerts that it names those that whoever follows may have from here. Only earlier ones, so that no two ask for each other. */
  async #passedOn(view: AlertView, moment: Moment): Promise<readonly AlertView[]> {
    if (view.alert.references.length === 0) return [];
    const named = await this.#deps.namedBy(moment, view);
    return named.filter((one) => isPassedOn(one) && isVouchedBefore(one, view) && isLater(view, one));
  }

  async #sourceOf({ report }: AlertView, moment: Moment): Promise<Source | null> {
    const kept = this.#originals.find(report);
    if (kept) return { bytes: null, original: kept };
    const reading = this.#reading.get(report) ?? this.#read(report, moment);
    this.#reading.set(report, reading);
    try {
      return await reading;
    } finally {
      this.#reading.delete(report);
    }
  }

  async #read(id: string, moment: Moment): Promise<Source | null> {
    const report = await this.#deps.report(id, moment.seq);
    const bytes = report && (await this.#deps.bytes(report.hash));
    if (!bytes) return null;
    const original = originalOf(bytes);
    if (!original.isWhole) this.#originals.keep(id, original, original.text.length);
    return { bytes, original };
  }
}

interface Source {
  /** null when the alert does not go out as the bytes of a whole document. */
  readonly bytes: Uint8Array | null;
  readonly original: Original;
}

function made(view: AlertView, source: Source | null): Form {
  const came = source && asCame(source.original, view.alert);
  const anew = (): Form => formAnew(view);
  if (!source || !came) return anew();
  // A document says itself what it is encoded in (RFC 7303, section 3.2).
  const body =
    came.isWhole && source.bytes
      ? bodyOf(source.bytes, capType, null)
      : bodyOf(xmlDocument(came.element, null), ofText, null);
  if (came.isSigned || isSound(body.bytes)) {
    const element = isWellFormed(came.element) ? came.element : anew().element;
    return { body, came: body, element, isSound: true, isSigned: came.isSigned };
  }
  return { ...anew(), came: body };
}

const formAnew = ({ alert }: AlertView): Form => formOf(write(rated(unsigned(alert))));

/** Of two at one moment what was recorded first. */
const isVouchedBefore = (one: AlertView, other: AlertView): boolean =>
  vouchedAt(one) < vouchedAt(other) || (vouchedAt(one) === vouchedAt(other) && one.recorded.seq <= other.recorded.seq);
