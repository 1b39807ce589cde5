/** EDXL-DE (OASIS EDXL Distribution Element 1.0, and 2.0): an envelope around alerts and other content. */
import { clip, type XmlNode } from '../xml/tree.ts';
import { isCapType, type Links } from './links.ts';
import { childrenOf, type Placed, wordsIn } from './paths.ts';
import type { Search } from './search.ts';

export const isEdxl = ({ local, namespace }: XmlNode): boolean =>
  local === 'EDXLDistribution' && /^urn:oasis:names:tc:emergency:EDXL:DE:/i.test(namespace);

export function readEdxl(root: XmlNode, path: string, search: Search, links: Links): void {
  const before = search.alerts.length;
  const linked = links.count;
  for (const [object, objectPath] of objectsIn(root, path)) readObject(object, objectPath, search, links);
  compareWithEnvelope(root, path, search, before);
  if (search.alerts.length > before || search.lost > 0 || links.count > linked) return;
  const message = 'This EDXL-DE message holds no CAP alert; if it should, ask its sender for it.';
  search.find('error', 'cap.edxl.no-alert', message, path, root);
}

/** Of 2.0 they stand one deeper, in `content`. */
const objectsIn = (node: XmlNode, path: string): readonly Placed[] =>
  childrenOf(node, path).flatMap((placed): readonly Placed[] => {
    const [child, childPath] = placed;
    if (child.local === 'contentObject') return [placed];
    return child.local === 'content' ? objectsIn(child, childPath) : [];
  });

function readObject(object: XmlNode, path: string, search: Search, links: Links): void {
  const before = search.alerts.length;
  const extracts: Placed[] = [];
  const read = (node: XmlNode, at: string): void => {
    for (const placed of childrenOf(node, at)) {
      const [child, childPath] = placed;
      if (child.local === 'keyXMLContent') extracts.push(placed);
      else if (child.local === 'nonXMLContent') readEncoded(child, childPath, search, links);
      else if (child.local === 'xmlContent' || child.local === 'contentXML') read(child, childPath);
      else search.collect(child, childPath);
    }
  };
  read(object, path);
  // Extracts repeat what the content says; where there is no content they are all there is.
  if (search.alerts.length > before) return;
  for (const [extract, extractPath] of extracts) {
    search.collect(extract, extractPath);
    if (search.alerts.length > before) search.find('warning', 'cap.edxl.extract', extractAlone, extractPath, extract);
  }
}

const extractAlone =
  'The alert stands only in <keyXMLContent>, which is for extracts; it may not be whole. Ask its sender for the alert itself.';

function readEncoded(node: XmlNode, path: string, search: Search, links: Links): void {
  const type = wordsIn(node, 'mimeType') ?? '';
  if (!isCapType(type) && !/^(?:text|application)\/xml\b/i.test(type)) return;
  const data = childrenOf(node, path).find(([child]) => child.local === 'contentData');
  const uri = wordsIn(node, 'uri');
  if (data) search.collectBase64(...data);
  else if (uri !== null && isCapType(type)) links.add(uri, node, path, null);
}

/** What the envelope says of all in it, and an alert in it says otherwise: a person has to find out which is meant. */
function compareWithEnvelope(root: XmlNode, path: string, search: Search, from: number): void {
  const status = wordsIn(root, 'distributionStatus') ?? '';
  const type = wordsIn(root, 'distributionType') ?? '';
  for (const { node, path: alertPath } of search.alerts.slice(from)) {
    if (/^(?:Exercise|Test|System)$/i.test(status) && wordsIn(node, 'status') === 'Actual') {
      const message = `The envelope (${path}) calls this ${status}, and the alert in it says Actual. Ask its sender whether it is meant before anybody is told.`;
      search.find('warning', 'cap.edxl.drill', message, alertPath, node);
    }
    const msgType = wordsIn(node, 'msgType') ?? '';
    if (/^(?:Cancel|Ack|Error)$/i.test(type) && type.toLowerCase() !== msgType.toLowerCase()) {
      const message = `The envelope (${path}) is of the type ${type}, and the alert in it of the type ${clip(msgType)}; the alert was read as it says. Ask its sender which is meant.`;
      search.find('warning', 'cap.edxl.type', message, alertPath, node);
    }
  }
}
