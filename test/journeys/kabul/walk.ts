/** Walks a page by its numbers: each leads to a passage in the list, each passage to its words in the document. What is wrong, as lines. */

export interface Walk {
  page(path: string): Promise<string>;
  /** The text that spans of a report point into: that of its reading, else its bytes. */
  textOf(report: string): Promise<string>;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[\s\u2060]+/g, ' ')
    .trim();
const all = (html: string, pattern: RegExp): string[][] => [...html.matchAll(pattern)].map((match) => [...match]);

interface Passage {
  readonly label: string;
  readonly report: string;
  readonly start: number;
  readonly end: number;
  readonly address: string;
  readonly shown: string;
}

const passagesOf = (html: string): Map<string, Passage> =>
  new Map(
    all(
      html,
      /<li id="(c\d+[a-z]+)"><b>(\d+[a-z]+)<\/b><p><a href="(\/reports\/(r-[0-9a-f]+)[^"#]*)#s(\d+)-(\d+)">(.*?)<\/a>/gs,
    ).map(([, id = '', label = '', address = '', report = '', start, end, shown = '']) => [
      id,
      { label, report, address, start: Number(start), end: Number(end), shown: plain(shown) },
    ]),
  );

/** Every number of the page, and every passage of its list. */
export async function walked(path: string, { page, textOf }: Walk): Promise<{ numbers: number; wrong: string[] }> {
  const html = await page(path);
  const passages = passagesOf(html);
  const cites = all(html, /<a class="cite" href="([^"]*)" aria-label="Source ([^"]*)">([^<]*)<\/a>/g);
  const wrong: string[] = [];
  const ids = all(html, / id="([^"]+)"/g).map(([, id = '']) => id);
  if (new Set(ids).size < ids.length) wrong.push(`${path}: an id stands twice`);
  for (const [, href = '', label = ''] of cites)
    if (passages.get(href.slice(1))?.label !== label) wrong.push(`${path}: ${label} leads to ${href}`);
  const numbered = new Map<string, string>();
  for (const passage of passages.values()) {
    const number = Number.parseInt(passage.label, 10).toString();
    if ((numbered.get(number) ?? passage.report) !== passage.report) wrong.push(`${path}: ${number} is two documents`);
    numbered.set(number, passage.report);
    wrong.push(...(await lost(path, passage, { page, textOf })));
  }
  if (new Set(numbered.values()).size < numbered.size) wrong.push(`${path}: a document bears two numbers`);
  return { numbers: cites.length, wrong };
}

/** Whether the words stand where the passage leads, on the page of the document and in its text. */
async function lost(path: string, passage: Passage, { page, textOf }: Walk): Promise<string[]> {
  const { label, report, address, start, end, shown } = passage;
  const told = (shown.startsWith('the code ') ? shown.slice('the code '.length) : shown).replace(/…$/, '');
  const words = (await textOf(report)).slice(start, end).trim().replace(/\s+/g, ' ');
  const wrong =
    words !== '' && words.startsWith(told) ? [] : [`${path}: ${label} shows “${told}”, there stands “${words}”`];
  const target = await page(address.replaceAll('&amp;', '&'));
  if (!target.includes(` id="s${start}-${end}"`)) wrong.push(`${path}: ${label} leads to no words of ${report}`);
  return wrong;
}

const absent = /^(Not stated|No place named|No instruction stated|Day not stated)/;

/** What a situation's page and its brief say without a number, unless they say that it is missing. */
export function unnumbered(html: string): string[] {
  const fields = all(html, /<dt>(Where|To whom|Do|Until|Issued)<\/dt><dd>(.*?)<\/dd>/gs)
    .filter(([, name = '', value = '']) => name !== 'Until' || !value.includes('<small>'))
    .map(([, name = '', value = '']) => [name, value] as const);
  const asked = all(html, /<section class="qa">(.*?)<\/section>/gs).flatMap(([, answers = '']) =>
    all(answers, /<li>(.*?)<\/li>/gs).map(([, value = '']) => ['answer', value] as const),
  );
  const heading = all(html, /<h1>(.*?)<\/h1>/gs).map(([, value = '']) => ['heading', value] as const);
  const first = all(html, /<p class="do">(.*?)<\/p>/gs)
    .filter(([, value = '']) => !value.startsWith('No issuer'))
    .map(([, value = '']) => ['instruction', value] as const);
  const logs = all(html, /<ol class="log wide">(.*?)<\/ol>/gs).flatMap(([, rows = '']) =>
    all(rows, /<li>(.*?)<\/li>/gs).map(([, value = '']) => ['event', value] as const),
  );
  return [...fields, ...asked, ...heading, ...first, ...logs]
    .filter(([, value]) => !absent.test(plain(value)) && !value.includes('class="cite"'))
    .map(([name, value]) => `${name}: ${plain(value)}`);
}

/** What a page quotes of others with a number, as plain text. */
export const quotesOn = (html: string): string[] =>
  all(html, /<(?:q class="theirs"|p dir="auto")[^>]*>(.*?)(?:<\/q>)?\u2060?<a class="cite"/gs).map(([, words = '']) =>
    plain(words),
  );

/** Values of machine formats in quotation marks. */
export const quotedCodes = (html: string): string[] =>
  all(html, /<q class="theirs"[^>]*>(.*?)<\/q>/gs)
    .map(([, words = '']) => plain(words))
    .filter((words) => /^[a-z0-9]+(_[a-z0-9]+)+$|^\d{4}-\d\d-\d\dT/i.test(words));
