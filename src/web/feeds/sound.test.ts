/** What goes out as CAP is CAP: as it came where a strict receiver takes that, written anew where it would not, and signed bytes always. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CapAlert, check, read, write } from '../../core/cap/index.ts';
import type { AlertView } from '../../core/model.ts';
import { bytesOf, holding, warning } from './held.fixture.ts';

const plain = write(warning(1).alert).slice(39).trim();
const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`;
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const signature = '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>';

/** A desk that holds the first alert of these bytes. */
const holdingBytes = (bytes: Uint8Array) => {
  const [alert] = read(bytes).alerts;
  const view: AlertView = { ...warning(1), alert: alert as CapAlert };
  const { ask } = holding([view], { bytes: async () => bytes });
  const path = `/feeds/cap/${view.id}.xml`;
  return { ask, path, alert: view.alert };
};
const bodyOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());
const said = ({ at: _, version: __, ...words }: CapAlert) => words;

const unsound: readonly (readonly [string, Uint8Array])[] = [
  ['text behind the alert', bytesOf(`${plain}trailing`)],
  ['lines before the declaration', bytesOf(`\n\n${declared('UTF-8')}\n${plain}`)],
  ['Latin-1 that is declared UTF-8', latin1(`${declared('UTF-8')}${plain.replace('Flash', 'Fl\u00f6sh')}`)],
  ['UTF-8 that is declared UTF-16', bytesOf(`${declared('UTF-16')}${plain}`)],
  [
    'an order that is not the schema’s',
    bytesOf(plain.replace(/(<category>.*?<\/category>)\s*(<event>.*?<\/event>)/, '$2$1')),
  ],
  ['Z for the zone', bytesOf(plain.replace('06:00:00-00:00', '06:00:00Z'))],
  ['an element that is not CAP’s', bytesOf(plain.replace('</info>', '<x:level xmlns:x="urn:x">4</x:level></info>'))],
];

describe('what a strict receiver would refuse', () => {
  test.each(unsound)('%s: is written anew, and says the same', async (_, bytes) => {
    const { ask, path, alert } = holdingBytes(bytes);
    const sent = await bodyOf(await ask(path));
    expect(sent).not.toEqual(bytes);
    const [checked, ...more] = check(sent).alerts;
    expect(more).toEqual([]);
    expect(checked?.verdicts).toMatchObject({ xml: 'valid', schema: 'valid' });
    const [again] = read(sent).alerts;
    expect(again).toBeDefined();
    const canonical = read(bytesOf(write(alert))).alerts[0] as CapAlert;
    expect(said(again as CapAlert)).toEqual(said(canonical));
    expect([again?.sender, again?.identifier, again?.sent.at]).toEqual([alert.sender, alert.identifier, alert.sent.at]);
    // Nothing is lost: what came can be had.
    const came = await ask(`${path}?as=came`);
    expect(await bodyOf(came)).toEqual(bytes);
    expect(came.headers.get('content-disposition')).toBe('attachment; filename="a-0000000000000001.xml"');
  });

  test('what its issuer did not rate stays unrated, and each word of theirs goes on', async () => {
    const bytes = bytesOf(
      plain
        .replace(/<certainty>.*?<\/certainty>\s*/, '')
        .replace(/<severity>.*?<\/severity>/, '<severity>Bad</severity>')
        .replace(/<category>.*?<\/category>/, '<category>Wet</category>')
        .replace(/<expires>.*?<\/expires>/, '<expires>soon</expires>')
        .replace('</info>', '<resource><resourceDesc>Map</resourceDesc></resource></info>'),
    );
    const { ask, path, alert } = holdingBytes(bytes);
    const sent = await bodyOf(await ask(path));
    expect(check(sent).alerts[0]?.verdicts).toMatchObject({ xml: 'valid', schema: 'valid' });
    const [again] = read(sent).alerts;
    const [info] = again?.infos ?? [];
    expect(info).toMatchObject({ certainty: 'Unknown', severity: 'Unknown', categories: ['Other'], expires: null });
    expect(info?.parameters.slice(alert.infos[0]?.parameters.length)).toEqual([
      { valueName: 'category, as issued', value: 'Wet' },
      { valueName: 'severity, as issued', value: 'Bad' },
      { valueName: 'expires, as issued', value: 'soon' },
    ]);
    expect(again?.identifier).toBe(alert.identifier);
  });

  test('a time of sending that is none can’t be said in the issuer’s name: the desk says it in its own', async () => {
    const references = '<references>water@sample.example,warning-0,2026-07-28T05:00:00-00:00</references>';
    const text = plain
      .replace(/<sent>.*?<\/sent>/, '<sent>this morning</sent>')
      .replace('>Alert<', '>Update<')
      .replace(/\s*<info>/, `${references}<info>`);
    const { ask, path, alert } = holdingBytes(bytesOf(text));
    const sent = await bodyOf(await ask(path));
    expect(check(sent).alerts[0]?.verdicts).toMatchObject({ xml: 'valid', schema: 'valid', spec: 'valid' });
    const [again] = read(sent).alerts;
    expect(again).toMatchObject({
      identifier: 'a-0000000000000001',
      source: 'Sample Water Office: warning-1, water@sample.example',
    });
    expect(again?.sender).toMatch(/^urn:uuid:/);
    // Who they take the place of is called as its issuer calls it.
    expect([again?.msgType, again?.references]).toEqual(['Update', alert.references]);
    expect(again?.note).toContain('that is no valid CAP');
  });
});

describe('what is sound or signed', () => {
  test.each<readonly [string, Uint8Array]>([
    ['Latin-1 that says so', latin1(`${declared('ISO-8859-1')}${plain.replace('Flash', 'Fl\u00f6sh')}`)],
    ['of CAP 1.1', bytesOf(plain.replace('cap:1.2', 'cap:1.1').replace(/ {2,}|\n/g, ''))],
    ...unsound.map(
      ([name, bytes]) =>
        [
          `signed, with ${name}`,
          name.startsWith('Latin')
            ? latin1(new TextDecoder('latin1').decode(bytes).replace('</alert>', `${signature}</alert>`))
            : bytesOf(new TextDecoder().decode(bytes).replace('</alert>', `${signature}</alert>`)),
        ] as const,
    ),
  ])('%s: goes out as it came', async (_, bytes) => {
    const { ask, path } = holdingBytes(bytes);
    expect(await bodyOf(await ask(path))).toEqual(bytes);
  });

  test.each(unsound)('signed, with %s: a browser gets a page of it', async (_, bytes) => {
    const text = new TextDecoder('latin1').decode(bytes).replace('</alert>', `${signature}</alert>`);
    const { ask, path } = holdingBytes(latin1(text));
    const shown = await bodyOf(await ask(path, { headers: { 'sec-fetch-dest': 'document' } }));
    const { xml, alerts } = check(shown);
    expect([xml, alerts.length]).toEqual(['valid', 1]);
    expect(new TextDecoder().decode(shown)).toContain(`href="http://localhost:8080${path}?as=came"`);
  });

  test('a style sheet of theirs stays in their document', async () => {
    const sheet = '<?xml-stylesheet type="text/xsl" href="#x"?>';
    const bytes = bytesOf(declared('UTF-8') + sheet + plain.replace('</alert>', `${signature}</alert>`));
    const { ask, path } = holdingBytes(bytes);
    expect(await bodyOf(await ask(path))).toEqual(bytes);
    const shown = await (await ask(path, { headers: { 'sec-fetch-dest': 'document' } })).text();
    expect(shown).not.toContain('text/xsl');
    expect(shown).toContain(signature);
  });
});

/** Real alerts lie beside the repository and are no part of it. */
const real = '../shared/data/cap/alerts';
const isHere = existsSync(real);

test.skipIf(!isHere)(
  `of real alerts each unsigned one goes out valid${isHere ? '' : ' (skipped: no data)'}`,
  async () => {
    let count = 0;
    for (const file of readdirSync(real)) {
      const bytes = new Uint8Array(readFileSync(join(real, file)));
      const [alert] = read(bytes).alerts;
      if (alert?.scope !== 'Public' || alert.extra.some(({ name }) => name.endsWith('Signature'))) continue;
      count++;
      const { ask, path } = holdingBytes(bytes);
      const { xml, alerts } = check(await bodyOf(await ask(path)));
      expect([xml, alerts.map(({ verdicts }) => verdicts.schema)], file).toEqual(['valid', ['valid']]);
    }
    expect(count).toBeGreaterThan(0);
  },
);

test('what is no form of an alert is said', async () => {
  const answer = await holdingBytes(bytesOf(plain)).ask('/feeds/cap/a-0000000000000001.xml?as=html');
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ findings: [{ code: 'request.as' }] });
});

test('every answer says what it hangs on, also one that says no', async () => {
  const gone = { ...warning(2), state: 'expired' } as const;
  const { ask } = holding([warning(1), gone]);
  const paths = ['alerts.atom', 'alerts.rss?seq=x', 'cap/a-0000000000000001.xml', 'cap/a-0000000000000001.xml?as=came'];
  const answers = await Promise.all(
    [...paths, 'cap/a-0000000000000002.xml', 'cap/none', 'cap/a-0000000000000001.xml?as=x'].map((path) =>
      ask(`/feeds/${path}`),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 200, 200, 410, 404, 400]);
  for (const { headers } of answers) expect(headers.get('vary')).toContain('Sec-Fetch-Dest');
});
