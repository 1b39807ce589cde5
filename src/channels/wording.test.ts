import { describe, expect, it } from 'vitest';
import type { CapInfo } from '../core/cap/model.ts';
import type { Envelope } from './channel.ts';
import { caseAlert, caseEnvelope, caseInfo } from './contract-cases.ts';
import { type Rewording, rewordingOf } from './wording.ts';

const threat = caseInfo({
  event: 'Threats outside the gates',
  headline: 'Security Alert (August 25)',
  instruction: 'U.S. citizens at the gates should leave immediately.',
  description: 'There are threats.\nU.S. citizens at the gates should leave immediately.',
});
const blast: CapInfo = {
  ...threat,
  event: 'Explosion at the gate',
  headline: 'Security Alert (August 26)',
  description: 'A large explosion has occurred. U.S. citizens at the gates should leave immediately.',
};
function reworded(before: readonly CapInfo[], now: readonly CapInfo[], told?: number): Rewording | null {
  const envelope = caseEnvelope('a@b.example', {
    before: caseAlert({ infos: before }),
    alert: caseAlert({ infos: now }),
    ...(told === undefined ? {} : { told: { info: told, advice: null } }),
  } satisfies Partial<Envelope>);
  return now[0] ? rewordingOf(envelope, now[0]) : null;
}

describe('what is worded otherwise', () => {
  it('is the event, the headline and the sentences that came and went', () => {
    expect(reworded([threat], [blast])).toEqual({
      event: { was: 'Threats outside the gates', now: 'Explosion at the gate' },
      headline: { was: 'Security Alert (August 25)', now: 'Security Alert (August 26)' },
      certainty: null,
      added: ['A large explosion has occurred.'],
      gone: ['There are threats.'],
    });
  });

  it('is nothing where only case, marks, order or lines are', () => {
    const same = {
      ...threat,
      description: 'u.s. citizens at the gates\nshould leave immediately!\n\nThere are “threats”',
    };
    expect(reworded([threat], [same])).toMatchObject({ event: null, added: [], gone: [] });
  });

  it('is no sentence that another part of the same revision has', () => {
    const other = { ...threat, instruction: null, description: 'There are threats.' };
    const moved = { ...threat, description: null };
    expect(reworded([threat], [moved, other])).toMatchObject({ added: [], gone: [] });
    expect(reworded([moved, other], [threat], 0)).toMatchObject({ added: [], gone: [] });
  });

  it('is not known where it is not known what they were told, or in which language', () => {
    expect(reworded([threat, blast], [blast])).toBeNull();
    expect(reworded([threat, blast], [blast], 1)).toMatchObject({ event: null, added: [] });
    expect(reworded([{ ...threat, language: 'fa' }], [blast])).toBeNull();
    expect(reworded([{ ...threat, language: 'en-US' }], [blast])).not.toBeNull();
  });

  it('is found in right-to-left text too', () => {
    const dari = caseInfo({ language: 'fa', instruction: 'فوراً ترک کنید.', description: 'تهدید وجود دارد.' });
    const now = { ...dari, description: 'انفجار رخ داد.' };
    expect(reworded([dari], [now])).toMatchObject({ added: ['انفجار رخ داد.'], gone: ['تهدید وجود دارد.'] });
  });

  it('is looked for in bounded time', () => {
    const long = (word: string) => caseInfo({ description: `${word} is here. `.repeat(100_000), instruction: null });
    const began = performance.now();
    expect(reworded([long('One')], [long('Two')])?.added).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
