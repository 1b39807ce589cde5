/** From one embassy notice, read, to its alert: where it is about, what danger, whom it speaks to. All notices of one office are one series. */
import type { Places } from '../../core/cap/xml/places.ts';
import type { Findings } from '../../core/finding.ts';
import { capitalOf, countryNamed } from '../../core/geo/gazetteer/gazetteer.ts';
import type { Place } from '../../core/geo/place.ts';
import { familyIn, familyOfEvent } from '../../core/hazard.ts';
import type { Document, Reading } from '../../core/text/reading.ts';
import { type Field, fieldOf } from '../../core/text/span.ts';
import { dangersIn, severalIn } from '../../read/advice/dangers.ts';
import { drillIn } from '../../read/advice/drill.ts';
import { senderOf, sentOn, slugOf, spansAt } from '../../read/advice/stated.ts';
import { isUnsureWhere, isWayThereOnly } from '../../read/advice/targets.ts';
import { alertOf, type Stated } from '../../read/advice.ts';
import { reachesIn } from '../../read/places/distance.ts';
import { sentencesOf } from '../../read/sentences.ts';
import type { Envelope, StatedAlert } from '../source.ts';
import { besideNames, mainPlacesOf } from './location.ts';
import type { NoticeDocument } from './notice.ts';
import { cityNamed, type Office, officeNamed, officeOfHost } from './office.ts';

export const issuer = 'US';

interface Read {
  readonly notice: NoticeDocument;
  readonly office: Office | null;
  readonly identifier: string | null;
  readonly link: string | null;
  readonly isCut: boolean;
  /** With spans in the text of the whole document. */
  readonly reading: Reading;
  readonly envelope: Envelope;
  readonly findings: Findings;
  readonly lines: Places;
  readonly placeById: (id: string) => Place | null;
}

export function alertFor(read: Read): StatedAlert {
  const { notice, office, reading, envelope, link, findings, placeById } = read;
  const { document } = reading;
  const lead = spansAt(document, notice.lead);
  const dangers = dangersIn(reading, lead);
  const [main, ...also] = mainPlacesOf(reading, office, dangers, placeById);
  const event = wordsAt(document, 'event') ?? wordsAt(document, 'text') ?? document.title ?? main.name;
  const several = severalIn(dangers, [main, ...also]);
  const family = several.length > 0 ? kindOf(document) : familyOf(reading, event);
  if (office === null)
    findings.add(
      'warning',
      'us-embassy.office.unknown',
      'The notice does not say which office it is from; look at its site.',
    );
  if (main.place === null)
    findings.add(
      'warning',
      'us-embassy.place.unknown',
      `The place “${main.name.slice(0, 80)}” is not known, so nobody knows who is there; look where it is.`,
    );
  // Beside names a Location line says something: it is shown, and beside an all-clear it is a word too many.
  const beside = besideNames(reading, [main, ...also], placeById);
  if (beside?.narrows)
    findings.add(
      'warning',
      'us-embassy.location.unread',
      'The Location line may mean less than the place that it names, and the notice counts for all of it; look where it holds.',
    );
  const issued = issuedOf(document, notice);
  const series = `us-embassy/${slugOf(seatOf(office)) || 'unknown'}`;
  const stated = {
    ...{ reading, issuer, main, also, family, series, event, issued, lead, placeById, levels: [] },
    beside: beside === null ? [] : spansAt(document, ['location']),
    dangers: several,
    office: office?.name ?? 'U.S. Embassy',
    identifier: read.identifier ?? `${document.title ?? series} ${document.day ?? ''}`.trim(),
    sender: senderOf(link ?? envelope.url, 'us-embassy'),
    sentAt: document.publishedAt ?? sentOn(issued?.value ?? null, envelope.fetchedAt),
    audience: audienceOf(document),
    expiresAt: null,
    web: link ?? envelope.url,
  };
  const made = alertOf(stated, read.lines);
  const { alert } = made;
  const advice = read.isCut ? { ...made.advice, isCut: true as const } : made.advice;
  noteOrders(stated, alert, findings);
  const drill = drillIn(reading);
  if (drill === null) return { alert, advice };
  const [code, message] = drillFindings[drill.isPlain ? 'plain' : 'perhaps'];
  findings.add('warning', code, message, read.lines.at(drill));
  return { alert: drill.isPlain ? { ...alert, status: 'Exercise' } : alert, advice };
}

/** What of its orders leaves a question; codes that end in `.unread` wake the desk. */
function noteOrders(stated: Stated, alert: StatedAlert['alert'], findings: Findings): void {
  if (isWayThereOnly(stated))
    findings.add(
      'warning',
      'us-embassy.order.unread',
      'The notice only tells people to set out for the place that it is about, so nobody there is told to do anything; look whom it means.',
    );
  if (isUnsureWhere(stated))
    findings.add(
      'warning',
      'us-embassy.where.unread',
      'An order of the notice names several places, and for which of them it is meant is not sure; those that it surely means are told, look for the others.',
    );
  if (hasUnreadReach(stated.reading.document, alert))
    findings.add(
      'warning',
      'us-embassy.distance.unread',
      'The notice states a distance in a way that we can’t read, so its area may reach farther than what is drawn; look how far.',
    );
}

const orders = ['Evacuate', 'Shelter', 'Avoid'];

/** Whether it orders something and says somewhere how far around that holds, which no area of it is named by. */
function hasUnreadReach(document: Document, { infos }: StatedAlert['alert']): boolean {
  if (!infos.some(({ responseTypes }) => responseTypes.some((type) => orders.includes(type)))) return false;
  const areas = infos.flatMap((info) => info.areas.map(({ areaDesc }) => areaDesc));
  return sentencesOf(document)
    .filter(({ zone }) => zone === 'body' || zone === 'list')
    .flatMap(({ start, end }) => reachesIn(document.text.slice(start, end)))
    .some((length) => !areas.some((area) => area.includes(length)));
}

/** An embassy “in Afghanistan”, known by its site alone, is the one that signs as “Kabul”. */
function seatOf(office: Office | null): string {
  const country = office && countryNamed(office.city);
  return (country && capitalOf(country.id)?.name) ?? office?.city ?? '';
}

/** Codes that end in `.drill` wake the desk. */
const drillFindings = {
  plain: [
    'us-embassy.drill',
    'The notice calls itself a drill: it tells nobody on a live desk, and in a drill whom it concerns; look whether it is one.',
  ],
  perhaps: [
    'us-embassy.perhaps.drill',
    'The notice may call itself a drill and counts as real; look whether it is one.',
  ],
} as const;

/** By the title, by the other words in order, by the site; null when none of them tells. */
export function officeOf(
  { title, others, url }: { title: string | null; others: readonly (string | null)[]; url: string | null },
  countryName: (code: string) => string | null,
): Office | null {
  for (const words of [title, ...others]) {
    const office = words === null ? null : officeNamed(words);
    if (office !== null) return office;
  }
  const city = title === null ? null : cityNamed(title);
  // A mission is an embassy or a consulate: the title does not say which.
  return officeOfHost(url, countryName) ?? (city === null ? null : { name: `U.S. mission, ${city}`, city });
}

/** The danger that the event's words name first, then by the title's, then by all; at last the kind of alert stands for itself. */
function familyOf(reading: Reading, event: string): string {
  const { document, warnings } = reading;
  const title = document.title ?? '';
  const hazard = warnings.find((warning) => warning.hazard !== null)?.hazard?.value ?? null;
  const words = document.blocks
    .filter(({ zone }) => zone === 'body' || zone === 'list')
    .map(({ start, end }) => document.text.slice(start, end));
  const [first] = dangersIn(reading, spansAt(document, ['event']));
  return (
    first?.family ?? familyIn(event) ?? familyIn(title) ?? hazard ?? familyIn(words.join('\n')) ?? kindOf(document)
  );
}

/** “Security alert” stands for itself and for no danger. */
const kindOf = ({ title }: Document): string => familyOfEvent(/\b[a-z]+ alert\b/i.exec(title ?? '')?.[0] ?? 'alert');

function wordsAt(document: Document, path: string): string | null {
  const block = document.blocks.find((one) => one.path === path);
  return block ? document.text.slice(block.start, block.end) : null;
}

function issuedOf({ text, blocks }: Document, { issued }: NoticeDocument): Field<string> | null {
  const block = issued && blocks.find(({ path }) => path === issued.path);
  const at = block ? text.indexOf(issued.words, block.start) : -1;
  if (!block || at < 0) return null;
  return fieldOf(text, { start: at, end: at + issued.words.length }, block.zone, issued.value);
}

/** Alerts are written to the country's citizens; the first place where one says so. */
function audienceOf({ text, blocks }: Document): Field<string> | null {
  for (const { start, end, zone } of blocks) {
    const found = zone === 'boilerplate' ? null : /\bU\.\s?S\.\s+citizens\b/i.exec(text.slice(start, end));
    if (found) {
      const span = { start: start + found.index, end: start + found.index + found[0].length };
      return fieldOf(text, span, zone, 'citizens:US');
    }
  }
  return null;
}
