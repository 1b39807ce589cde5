/** News of epidemics with every place name and its point marked (GeoVirus). For measuring only: nothing of it is in the product. */
import { distanceMeters } from '../../src/core/geo/distance.ts';
import type { Point } from '../../src/core/geo/shape.ts';
import type { PlaceField } from '../../src/core/text/reading.ts';
import { documentOfText } from '../../src/read/document/text.ts';
import { readDocument } from '../../src/read/read.ts';
import { type Figure, f1, type MarkedSet, share } from './score.ts';

interface Name {
  readonly name: string;
  /** Which of the places in the text where it stands: offsets of the set are not the reader's. */
  readonly number: number;
  readonly point: Point;
}

export const geovirus: MarkedSet = {
  name: 'GeoVirus',
  path: 'text/geovirus',
  measure(read) {
    const found: Found[] = [];
    const [missed, extra]: [string[], string[]] = [[], []];
    for (const article of read('GeoVirus.xml').split('<article>').slice(1)) {
      const text = unescaped(/<text>([\s\S]*?)<\/text>/.exec(article)?.[1] ?? '');
      const { document } = documentOfText(text);
      const places = readDocument(document).places.filter(({ text: words }) => !refersBack.test(words));
      const names = namesIn(article, text);
      const used = new Set<Name>();
      for (const place of places) {
        const own = withoutArticle(place, document.text);
        const name = names.find((one) => !used.has(one) && one.name === own.name && one.number === own.number);
        if (name) {
          used.add(name);
          found.push({ name, place });
        } else if (!place.metonym) extra.push(place.text);
      }
      for (const name of names) if (!used.has(name)) missed.push(name.name);
    }
    return [
      f1(
        {
          name: 'GeoVirus: place names F1',
          definition:
            'A name is found when a place is read with exactly its words (but for “the”) where it stands. Not counted as extra: a place read as its government, which the set marks at some times and not at others; left out: what only refers back (“the city”).',
        },
        { found: found.length, missed, extra },
      ),
      resolved(found, missed.length),
    ];
  },
};

interface Found {
  readonly name: Name;
  readonly place: PlaceField;
}

/** Of all marked names: read, and within 161 km (100 miles) of their point. */
function resolved(found: readonly Found[], missed: number): Figure {
  const items = found.map(({ name, place }) => ({
    right: byIdentity.test(place.kind) || distanceMeters(name.point, place) <= 161_000,
    what: `${place.text}: ${place.value}`,
  }));
  const lost = Array.from({ length: missed }, () => ({ right: false, what: 'names that were not read' }));
  return share(
    {
      name: 'GeoVirus: names read and placed',
      definition:
        'A marked name is placed when it was found and lies within 161 km of its point; a country or region, whose point is a convention, when it was found.',
    },
    [...items, ...lost],
  );
}

const byIdentity = /^(?:country|region)$/;
const refersBack = /^(?:the (?:area|city|capital|airport|gates)\b|(?:its|all|these|those|this|that|their|various) )/i;

function withoutArticle({ text, start }: PlaceField, whole: string): { name: string; number: number } {
  const name = text.replace(/^the /i, '');
  return { name, number: numberOf(whole, name, start + text.length - name.length) };
}

/** Number of the occurrence that is nearest to an offset. */
function numberOf(text: string, name: string, offset: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let at = text.indexOf(name), n = 0; at >= 0; at = text.indexOf(name, at + 1), n++)
    if (Math.abs(at - offset) < least) [best, least] = [n, Math.abs(at - offset)];
  return best;
}

const field = (location: string, name: string): string =>
  new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(location)?.[1] ?? '';

function namesIn(article: string, text: string): Name[] {
  // Some entries of the set have a point and no name.
  return [...article.matchAll(/<name>[^<][\s\S]*?<\/lon>/g)].map(([location]) => {
    const name = unescaped(field(location, 'name'));
    const point = { lat: Number(field(location, 'lat')), lon: Number(field(location, 'lon')) };
    return { name, number: numberOf(text, name, Number(field(location, 'start'))), point };
  });
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
