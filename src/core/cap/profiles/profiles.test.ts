/** Every rule of every profile against its example: a document that breaks it and one that keeps all of its profile. */
import { describe, expect, test } from 'vitest';
import { check } from '../check.ts';
import { infoWith } from '../rules/examples/example.ts';
import { ruleOf } from '../rules/index.ts';
import { profileCases } from './cases.ts';
import { capAu, google, ipaws, type Profile, profileNamed, profiles } from './index.ts';

const encoder = new TextEncoder();

function named(name: string): Profile {
  const profile = profileNamed(name);
  if (profile === null) throw new Error(`there is no profile ${name}`);
  return profile;
}

/** The one alert of a document, checked against one profile. */
function checked(document: string, profile: string) {
  const [alert] = check(encoder.encode(document), { profiles: [named(profile)] }).alerts;
  if (alert === undefined) throw new Error('the example holds no alert');
  const ofProfile = alert.findings.filter(({ code }) => code.startsWith(`${profile}.`));
  return { alert, verdict: alert.verdicts.profiles[profile], ofProfile };
}

const table = profiles.flatMap(({ name, rules }) => rules.map((rule) => ({ profile: name, rule })));

describe('the profiles', () => {
  test('have each name and each code once, apart from those of the standard', () => {
    const codes = table.map(({ rule }) => rule.code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i || ruleOf(code) !== null)).toEqual([]);
    expect(profiles.map(({ name }) => name)).toEqual(['ipaws', 'cap-cp', 'cap-au', 'google', 'wmo', 'meteoalarm']);
    expect(profiles.map(({ name }) => profileNamed(name))).toEqual(profiles);
    expect(profileNamed('none')).toBeNull();
  });

  test.each(table)('$rule.code says where it stands, what it asks and why', ({ profile, rule }) => {
    const { code, judges, source, asks, why, check: run } = rule;
    expect(code).toMatch(new RegExp(`^${profile}(\\.[a-zA-Z-]+){2}$`));
    expect(judges).toBe('profile');
    expect(run).toBeDefined();
    expect(source.length).toBeGreaterThan(10);
    expect(asks).toMatch(/^[A-Z<a].+\.$/s);
    expect(why).toMatch(/^[A-Z<].+\.$/s);
  });

  test('have one example of each code, and examples of no others', () => {
    expect(profileCases.map(({ code }) => code).toSorted()).toEqual(table.map(({ rule }) => rule.code).toSorted());
  });
});

describe.each(profileCases)('$code', ({ code, at, bad, good }) => {
  const { profile, rule } = table.find((row) => row.rule.code === code) ?? {};
  const document = typeof bad === 'string' ? bad : '';

  test('is found where it is broken, once, and decides the verdict by its weight', () => {
    const { verdict, ofProfile } = checked(document, profile ?? '');
    const found = ofProfile.filter((finding) => finding.code === code);
    expect(found.map(({ where }) => where.path)).toEqual([at]);
    expect(found[0]?.severity).toBe(rule?.severity);
    expect(found[0]?.message).toMatch(/^[^a-z].+\.$/s);
    const isInvalid = ofProfile.some(({ severity }) => severity === 'error');
    expect(verdict).toBe(isInvalid ? 'invalid' : 'valid');
    // The line is that of the element, or of the nearest around it that is there.
    const words = document.split('\n')[(found[0]?.where.line ?? 0) - 1] ?? '';
    const names = (at ?? '').split('/').map((name) => name.replace(/\[\d+\]$/, ''));
    expect(names.slice(-2).some((name) => words.includes(`<${name}`))).toBe(true);
  });

  test('is not found where it is kept, nor is anything else of the profile', () => {
    const { alert, ofProfile } = checked(good, profile ?? '');
    expect(ofProfile).toEqual([]);
    expect(alert.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(alert.verdicts).toMatchObject({ xml: 'valid', schema: 'valid', spec: 'valid' });
  });
});

test('a profile that was not asked for judges nothing', () => {
  const { alerts } = check(encoder.encode(profileCases[0]?.good as string));
  expect(alerts[0]?.verdicts.profiles).toEqual({});
});

test('several profiles judge side by side', () => {
  const document = profileCases.find(({ code }) => code === 'ipaws.code.missing')?.good as string;
  const { alerts } = check(encoder.encode(document), { profiles: [ipaws, capAu, google] });
  expect(alerts[0]?.verdicts.profiles).toEqual({ ipaws: 'valid', 'cap-au': 'invalid', google: 'invalid' });
});

test.each([
  ['headline', 140],
  ['event', 35],
])('Google’s %s has fewer than %d characters', (name, most) => {
  const isLong = (count: number): boolean =>
    checked(infoWith({ [name]: 'x'.repeat(count) }), 'google').ofProfile.some(({ code }) =>
      code.startsWith(`google.${name}.`),
    );
  expect([most - 1, most].map(isLong)).toEqual([false, true]);
});

test('a profile of one’s own judges beside them', () => {
  const own: Profile = {
    name: 'hill',
    title: 'Hill district',
    rules: [
      {
        code: 'hill.web.missing',
        judges: 'profile',
        severity: 'error',
        source: 'Hill district, warning handbook',
        asks: 'Each info has a <web>.',
        why: 'People look there for more. Give the address.',
        check: ({ infos }, find) => {
          for (const [i, { web }] of infos.entries())
            if (web === null) find(`info[${i + 1}]/web`, 'The info has no <web>; give the address.');
        },
      },
    ],
  };
  const document = profileCases.find(({ code }) => code === 'ipaws.code.missing')?.good as string;
  const [alert] = check(encoder.encode(document), { profiles: [own] }).alerts;
  expect(alert?.verdicts).toMatchObject({ spec: 'valid', profiles: { hill: 'invalid' } });
  expect(alert?.findings.filter(({ code }) => code === 'hill.web.missing').map(({ where }) => where.path)).toEqual([
    '/alert/info[1]/web',
  ]);
});
