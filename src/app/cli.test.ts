import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from './cli.ts';
import { type Command, exit } from './line/command.ts';

const seen: unknown[] = [];
const serve: Command = {
  name: 'serve',
  usage: '',
  takes: [0, 0],
  help: 'Serves.',
  example: 'serve',
  config: true,
  run: ({ config }) => Promise.resolve(seen.push(['serve', config.port]) && exit.done),
};
const replay: Command = {
  name: 'replay',
  usage: '',
  takes: [0, 0],
  help: 'Replays.',
  example: 'replay --at noon',
  options: { at: { type: 'string', value: 'TIME', help: 'Stops there.' } },
  config: true,
  run: ({ config, flags }) => Promise.resolve(seen.push(['replay', config.port, flags['at']]) && exit.done),
};
const addBell: Command = {
  name: 'bell add',
  usage: 'NAME [PLACE]',
  takes: [1, 2],
  help: 'Adds a bell.',
  example: 'bell add "Great Tom" --tone low',
  options: { tone: { type: 'string', value: 'TONE', help: 'Its tone.' }, loud: { type: 'boolean', help: 'Is loud.' } },
  config: false,
  run: ({ args, flags, path }) => Promise.resolve(seen.push(['bell add', ...args, flags, path('x')]) && exit.done),
};
const table = [replay, serve, addBell];

async function run(
  argv: readonly string[],
  { env = {}, commands = table }: { env?: Record<string, string>; commands?: Command[] } = {},
) {
  seen.length = 0;
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(
    {
      ...{ argv, env, home: '/opt/tocsin', resolve },
      readFile: (path) => ({ refused: `${path} is not there.` }),
      stdin: () => Promise.resolve(new Uint8Array()),
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      clock: { now: () => 0, wait: () => Promise.resolve() },
      signal: new AbortController().signal,
    },
    commands,
  );
  return { code, stdout, stderr, seen: [...seen] };
}

describe('a command line', () => {
  test('without a command replays a story; the live desk is asked for by name', async () => {
    expect(await run([])).toMatchObject({ code: 0, seen: [['replay', 8080, undefined]], stderr: '' });
    expect(await run(['--port', '81'])).toMatchObject({ code: 0, seen: [['replay', 81, undefined]] });
    const at = '2021-08-26T12:00+04:30';
    expect(await run(['--at', at, '--port', '81'])).toMatchObject({ code: 0, seen: [['replay', 81, at]] });
    expect(await run(['serve', '--at', at])).toMatchObject({ code: exit.usage, seen: [] });
    expect(await run(['--port=81', 'serve'])).toMatchObject({ code: 0, seen: [['serve', 81]] });
  });

  test('finds commands of two words, with arguments, options and settings anywhere', async () => {
    const flags = { tone: 'low', loud: true, help: false, version: false };
    const { seen: calls } = await run(['bell', '--tone', 'low', 'add', 'Great Tom', '--loud', '--port', '1']);
    expect(calls).toEqual([['bell add', 'Great Tom', flags, '/opt/tocsin/x']]);
  });

  test('takes paths from where the caller stands', async () => {
    const { seen: calls } = await run(['bell', 'add', 'T'], { env: { TOCSIN_CALLED_FROM: '/srv' } });
    expect(calls).toEqual([['bell add', 'T', expect.anything(), '/srv/x']]);
  });

  test.each([
    [['bel', 'add', 'T'], '"bel add" is no command (did you mean bell add?).'],
    [['bell', 'ad', 'T'], '"bell ad" is no command (bell is followed by add).'],
    [['sevre'], '"sevre" is no command (did you mean serve?).'],
    [['quite-another'], '"quite-another" is no command.'],
    [['serve', 'x'], `serve can't use "x".`],
    [['bell', 'add'], 'bell add needs more than it was given.'],
    [['bell', 'add', 'T', '--tune', 'x'], '--tune is no option of bell add (did you mean --tone?).'],
    [['serve', '--loud'], '--loud is no option of serve.'],
    [['bell', 'add', 'T', '--tone'], '--tone needs a value.'],
    [
      ['bell', 'add', 'T', '--tone', '--loud'],
      '--tone needs a value; one that begins with a dash is written --tone=--loud.',
    ],
    [['bell', 'add', 'T', '--loud=yes'], '--loud takes no value.'],
    [['--prot', '1'], '--prot is no option (did you mean --port?).'],
    [['serve', '--key', 'x'], '--key is no option, because others can see the command line: set TOCSIN_KEY.'],
  ])('%j is refused with the next step', async (argv, sentence) => {
    const { code, stdout, stderr, seen: calls } = await run(argv);
    expect({ code, stdout, calls }).toEqual({ code: exit.usage, stdout: '', calls: [] });
    expect(stderr.split('\n')[0]).toBe(`tocsin: ${sentence}`);
    expect(stderr).toContain('./run');
  });

  test('with a wrong setting starts nothing that needs settings', async () => {
    const wrong = await run(['serve'], { env: { TOCSIN_PORT: 'x' } });
    expect(wrong).toMatchObject({ code: exit.usage, stdout: '', seen: [] });
    expect(wrong.stderr).toContain('TOCSIN_PORT must be');
    expect(wrong.stderr).toContain('./run config check');
    expect(await run(['bell', 'add', 'T'], { env: { TOCSIN_PORT: 'x' } })).toMatchObject({ code: 0, stderr: '' });
  });

  test('explains itself', async () => {
    const all = await run(['--help']);
    expect(all).toMatchObject({ code: 0, stderr: '', seen: [] });
    for (const word of ['bell add NAME [PLACE]', './run bell add "Great Tom"', '--port NUMBER, TOCSIN_PORT', '130'])
      expect(all.stdout).toContain(word);
    const one = await run(['bell', 'add', '--help']);
    for (const word of [
      'usage: ./run bell add NAME [PLACE]',
      'Adds a bell.',
      '--tone TONE',
      './run bell add "Great Tom"',
    ])
      expect(one.stdout).toContain(word);
    expect((await run(['help', 'bell', 'add'])).stdout).toBe(one.stdout);
    expect((await run(['help'])).stdout).toBe(all.stdout);
    expect((await run(['-h'])).stdout).toBe(all.stdout);
  });
});

describe('every real command', () => {
  test('has one meaning for each option, one sentence, and an example of itself', async () => {
    const { commands } = await import('./cli.ts');
    const types = new Map<string, string>();
    for (const { name, help, example, options = {} } of commands) {
      expect(help).toMatch(/^[A-Z][^\n]*\.$/);
      expect(example.startsWith(name)).toBe(true);
      for (const [option, { type }] of Object.entries(options)) {
        expect(types.get(option) ?? type).toBe(type);
        types.set(option, type);
      }
    }
  });
});
