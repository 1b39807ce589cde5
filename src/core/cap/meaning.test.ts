import { describe, expect, it } from 'vitest';
import { makeAlert, makeInfo, stamp } from '../../../test/make.ts';
import { instructions, strengthOf } from '../instruction.ts';
import { endOf, instructionOf, isUrgent, severityRank, strongestInstruction } from './meaning.ts';
import { type CapInfo, responseTypes } from './model.ts';

const info = (over: Partial<CapInfo>): CapInfo => ({
  language: 'en',
  categories: ['Met'],
  event: 'Storm',
  responseTypes: [],
  urgency: 'Unknown',
  severity: 'Unknown',
  certainty: 'Unknown',
  audience: null,
  eventCodes: [],
  effective: null,
  onset: null,
  expires: null,
  senderName: null,
  headline: null,
  description: null,
  instruction: null,
  web: null,
  contact: null,
  parameters: [],
  resources: [],
  areas: [],
  extra: [],
  ...over,
});

describe('instruction', () => {
  it.each([
    [['Evacuate'], 'leave'],
    [['Shelter'], 'shelter'],
    [['Avoid'], 'avoid'],
    [['Prepare'], 'prepare'],
    [['Monitor'], 'monitor'],
    [['Assess'], 'monitor'],
    [['AllClear'], 'all-clear'],
    [['Execute'], null],
    [['None'], null],
    [[], null],
    [['evacuate'], null],
    [['constructor'], null],
    [['toString', 'Avoid'], 'avoid'],
    [['Monitor', 'Prepare', 'Evacuate', 'AllClear'], 'leave'],
  ])('%j means %s', (types, expected) => {
    expect(instructionOf(info({ responseTypes: types }))).toBe(expected);
  });

  it('covers every code of the standard', () => {
    const silent = responseTypes.filter((type) => instructionOf(info({ responseTypes: [type] })) === null);
    expect(silent).toEqual(['Execute', 'None']);
  });

  it('takes the strongest of all infos', () => {
    const infos = [info({ responseTypes: ['Monitor'] }), info({ responseTypes: ['Shelter'] }), info({})];
    expect(strongestInstruction(infos)).toBe('shelter');
    expect(strongestInstruction([])).toBeNull();
  });
});

describe('severity', () => {
  it.each([
    ['Extreme', 4],
    ['Severe', 3],
    ['Moderate', 2],
    ['Minor', 1],
    ['Unknown', null],
    ['EXTREME', null],
    ['', null],
    ['valueOf', null],
  ])('%j is %s', (severity, rank) => {
    expect(severityRank(info({ severity }))).toBe(rank);
  });
});

describe('urgent', () => {
  const expectedUrgent: Record<string, readonly string[]> = {
    Extreme: ['Immediate', 'Expected', 'Unknown'],
    Severe: ['Immediate'],
  };
  for (const severity of ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'])
    for (const urgency of ['Immediate', 'Expected', 'Future', 'Past', 'Unknown']) {
      const urgent = expectedUrgent[severity]?.includes(urgency) ?? false;
      it(`${severity}, ${urgency}: ${urgent ? 'urgent' : 'not urgent'}`, () => {
        expect(isUrgent(info({ severity, urgency }))).toBe(urgent);
      });
    }

  it('is urgent when people are told to leave or shelter, whatever the severity', () => {
    expect(isUrgent(info({ responseTypes: ['Evacuate'], severity: 'Minor', urgency: 'Future' }))).toBe(true);
    expect(isUrgent(info({ responseTypes: ['Shelter'] }))).toBe(true);
    expect(isUrgent(info({ responseTypes: ['Avoid'] }))).toBe(false);
  });
});

it('the order of instructions is that of what they ask', () => {
  expect(instructions.map(strengthOf)).toEqual([5, 4, 3, 2, 1, 0]);
});

it('an alert ends with its last info, and not where one states no end that can be read', () => {
  const ending = (...ends: (string | null)[]) =>
    endOf(makeAlert({ infos: ends.map((end) => makeInfo({ expires: end === null ? null : stamp(end) })) }));
  expect(ending('2026-03-02T12:00:00Z', '2026-03-02T10:00:00Z')).toBe(Date.UTC(2026, 2, 2, 12));
  expect([ending(), ending('2026-03-02T12:00:00Z', null), ending('soon')]).toEqual([null, null, null]);
});
