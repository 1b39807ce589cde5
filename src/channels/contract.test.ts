import { describe, expect, it } from 'vitest';
import type { Channel } from './channel.ts';
import { type ChannelSamples, channelContract } from './contract.ts';
import { channelById, channels } from './index.ts';

const samples: Record<string, ChannelSamples> = {
  mail: {
    address: 'ana@people.example',
    badAddresses: [
      'ana',
      'ana@',
      '@people.example',
      'Ana <ana@people.example>',
      'a@b@c',
      'ana@people..example',
      'ana.@people.example',
      '"a b"@people.example',
      'ana@[127.0.0.1]',
      'анна@people.example',
      `${'a'.repeat(65)}@people.example`,
      `ana@${'a'.repeat(260)}.example`,
      'ana@-people.example',
      'mailto:ana@people.example,ben@people.example',
    ],
    settings: { from: 'desk@desk.example' },
  },
  webhook: {
    address: 'https://hooks.people.example/ana?key=1',
    badAddresses: [
      'hooks.people.example',
      'http://hooks.people.example/',
      'ftp://hooks.people.example/',
      'javascript:alert(1)',
      'https://',
      'https://u:p@hooks.people.example/',
      'https://u@hooks.people.example/',
      'https://hooks.people.example/#part',
      'http://9.9.9.9/',
    ],
    settings: {},
  },
};

describe.each(channels.map((channel) => [channel.id, channel] as const))('the channel %s', (id, channel) => {
  const own = samples[id];
  if (!own) throw new Error(`${id} has no samples`);
  for (const { name, run } of channelContract(channel, own)) it(name, run);
  it('is found by its id', () => expect(channelById(id)).toBe(channel));
});

/** A contract that nothing can break says nothing: each of these breaks it in one place. */
describe('the contract notices', () => {
  const [mail, webhook] = [channelById('mail'), channelById('webhook')] as [Channel, Channel];
  const broken = (channel: Channel, over: Partial<Channel>): string[] => {
    const own = samples[channel.id] as ChannelSamples;
    return channelContract({ ...channel, ...over }, own).flatMap(({ name, run }) => {
      try {
        run();
        return [];
      } catch {
        return [name];
      }
    });
  };
  const rendering = (
    change: (request: ReturnType<Channel['render']>, envelope: Parameters<Channel['render']>[0]) => object,
  ): Partial<Channel> => ({
    render: (envelope, settings) => {
      const request = mail.render(envelope, settings);
      return { ...request, ...change(request, envelope) } as typeof request;
    },
  });

  it.each<[string, string, Partial<Channel>]>([
    ['a 500 taken for final', 'HTTP 500 is retry', { judge: (reply) => ({ kind: 'refused', words: reply.words }) }],
    [
      'a name in the mail',
      'tells nothing about the person but the address',
      rendering((_, { person }) => ({ subject: `Dear ${person?.name}` })),
    ],
    ['another recipient', 'goes to the one address', rendering(() => ({ to: 'ben@people.example' }))],
    [
      'a changing key',
      'is deterministic, and one notice has one key',
      rendering(() => ({ messageId: `${n++}@desk.example` })),
    ],
    ['a forgotten reason', 'says why', rendering(() => ({ text: 'leave', html: null, subject: 'leave' }))],
    ['a forgotten place', 'names the place', rendering(() => ({ text: 'leave', html: null, subject: 'leave' }))],
    [
      'a drill that looks real',
      'never shows a drill as real: not by status, not by the person’s space',
      rendering(({ via, ...r }) => ('subject' in r ? { subject: String(r.subject).replace('DRILL. ', '') } : {})),
    ],
    [
      'live markup',
      'lets no foreign words out of their place: "<script>alert(1)</script>"',
      rendering((_, { alert }) => ({ html: `<p>${alert?.infos[0]?.headline}</p></html>` })),
    ],
    ['an address it would take', 'says what is wrong with the address "ana"', { checkAddress: () => null }],
  ])('%s', (_, name, over) => {
    expect(broken(mail, over)).toContain(name);
  });
  let n = 0;

  it('a webhook that lets an override through', () => {
    const render: Channel['render'] = (envelope, settings) =>
      ({ ...webhook.render(envelope, settings), body: JSON.stringify(envelope.alert) }) as ReturnType<
        Channel['render']
      >;
    expect(broken(webhook, { render }).length).toBeGreaterThan(5);
  });
});
