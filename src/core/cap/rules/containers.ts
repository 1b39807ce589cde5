/** The rules of what alerts come in: feeds, envelopes, and documents inside of documents. Finding alerts reports them. */
import type { Severity } from '../../finding.ts';
import { ourLimit, type Rule } from './rule.ts';

const rule = (code: string, severity: Severity, source: string, asks: string, why: string): Rule => ({
  code,
  judges: source === ourLimit ? 'none' : 'spec',
  severity,
  source,
  asks,
  why,
});

const feeds = 'RFC 4287 (Atom) and RSS 2.0, as feeds of CAP use them';
const envelope = 'EDXL-DE 1.0, contentObject';

export const containerRules: readonly Rule[] = [
  rule(
    'cap.entry.unread',
    'error',
    feeds,
    'Each entry of a feed of warnings holds its alert, or links to it with the type application/cap+xml.',
    'Receivers of the feed see that there is a warning and cannot read it. Put the alert or its address into the entry.',
  ),
  rule(
    'cap.entry.ended',
    'warning',
    'CAP 1.2, msgType; RFC 4287, section 4.2.2',
    'A Cancel or Update in CAP says that a warning is over, and not only an entry of a feed.',
    'No program can act on words alone, so receivers keep the warning in force. Look at the entry, and end by hand what still stands.',
  ),
  rule(
    'cap.entry.outside',
    'warning',
    feeds,
    'Alerts stand inside the entries of a feed.',
    'Readers of feeds look at entries alone, so an alert beside them is seen by few. Put it into an entry.',
  ),
  rule(
    'cap.feed.unread',
    'warning',
    'RFC 5005, section 3',
    'All pages of a feed are read.',
    'This document is one page, and warnings may stand on the next. Fetch that too.',
  ),
  rule(
    'cap.link.refused',
    'error',
    ourLimit,
    'The address of an alert begins with https or http and has no name or password in it.',
    'Others could make a receiver open files of its own or give passwords away, so such an address is not followed. Publish the alert on the web.',
  ),
  rule(
    'cap.link.relative',
    'warning',
    'RFC 4287, section 2; RFC 3986, section 5',
    'The address of an alert is whole, or the address of the feed is known.',
    'Half an address leads nowhere once the feed was saved or passed on. Write whole addresses, or give that of the feed.',
  ),
  rule(
    'cap.links.too-many',
    'error',
    ourLimit,
    'A document names at most 5,000 alerts.',
    'Those behind the last one that is read are not seen. Publish the warnings in force, in more than one feed if need be.',
  ),
  rule(
    'cap.edxl.no-alert',
    'error',
    envelope,
    'An envelope for warnings holds an alert.',
    'The envelope arrived and nobody is warned. Put the alert into a contentObject.',
  ),
  rule(
    'cap.edxl.extract',
    'warning',
    'EDXL-DE 1.0, keyXMLContent',
    'The alert itself stands in embeddedXMLContent; keyXMLContent has extracts of it.',
    'An extract may leave out what matters to people. Send the whole alert.',
  ),
  rule(
    'cap.edxl.drill',
    'warning',
    'EDXL-DE 1.0, distributionStatus; CAP 1.2, alert, status',
    'An envelope for an exercise or a test holds alerts of that status.',
    'A drill would be told as a real warning, or a real one be taken for a drill. Find out which is meant, and send it again.',
  ),
  rule(
    'cap.edxl.type',
    'warning',
    'EDXL-DE 1.0, distributionType; CAP 1.2, alert, msgType',
    'Envelope and alert agree whether this is a Cancel, an Ack or an Error.',
    'Receivers that go by the envelope end what others keep in force. Make the two say the same.',
  ),
  rule(
    'cap.wrapper.unknown',
    'warning',
    'CAP 1.2, alert',
    'An alert is the outermost element, or stands in a feed or an EDXL-DE envelope.',
    'Receivers do not look for alerts in other elements. Send it by itself.',
  ),
  rule(
    'cap.rest.unread',
    'error',
    'XML 1.0, section 2.1',
    'The whole file can be read.',
    'Warnings behind the fault are lost. Mend the place that is named, or send each alert in a file of its own.',
  ),
  rule(
    'cap.embedded.unread',
    'error',
    feeds,
    'A document that stands as text in another is whole and well-formed.',
    'The warning in it cannot be read, so nobody is warned. Put the alert in as XML.',
  ),
  rule(
    'cap.embedded.form',
    'warning',
    feeds,
    'A document that stands as text in another is sound by itself.',
    'It was understood here, and others may give up on it. Put the alert in as XML.',
  ),
  rule(
    'cap.embedded.base64',
    'info',
    'EDXL-DE 1.0, contentData',
    'An alert stands in its envelope as XML, not in base64.',
    'Findings cannot point at a line of what is encoded, and signatures are harder to check. Use embeddedXMLContent.',
  ),
];
