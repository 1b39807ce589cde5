/** The engines that are compared: saxes, alone and building a bare tree, and ours from the tree to all rules. */
import { SaxesParser } from 'saxes';
import { check, read } from '../../src/core/cap/index.ts';
import { profiles } from '../../src/core/cap/profiles/index.ts';
import { decodeXml } from '../../src/core/cap/xml/decode.ts';
import { Places } from '../../src/core/cap/xml/places.ts';
import { parseXml } from '../../src/core/cap/xml/tree.ts';
import { Findings } from '../../src/core/finding.ts';

/** Gives something that depends on all it read, so that nothing can be left out as unused. */
export type Engine = (bytes: Uint8Array) => number;

const decoder = new TextDecoder();

interface Node {
  readonly name: string;
  readonly uri: string;
  readonly attributes: unknown;
  readonly children: (Node | string)[];
  readonly start: number;
}

/** Namespaces and positions on, as ours has them. A document that is not well-formed is read as far as it goes. */
function saxesAlone(bytes: Uint8Array): number {
  let seen = 0;
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('opentag', () => seen++);
  parser.on('text', (text) => {
    seen += text.length;
  });
  parser.on('closetag', () => seen++);
  parser.on('error', () => seen++);
  parser.write(decoder.decode(bytes)).close();
  return seen;
}

function saxesTree(bytes: Uint8Array): number {
  const root: Node = { name: '', uri: '', attributes: null, children: [], start: 0 };
  const open: Node[] = [root];
  let faults = 0;
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.on('opentag', ({ name, uri, attributes }) => {
    const node: Node = { name, uri, attributes, children: [], start: parser.position };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.on('error', () => faults++);
  parser.write(decoder.decode(bytes)).close();
  return root.children.length + faults;
}

function ourTree(bytes: Uint8Array): number {
  const findings = new Findings();
  const text = decodeXml(bytes, findings);
  return text === null ? 0 : (parseXml(new Places(text), findings)?.children.length ?? 0);
}

export const engines = {
  'saxes alone': saxesAlone,
  'saxes, bare tree': saxesTree,
  'our tree': ourTree,
  read: (bytes) => read(bytes).alerts.length,
  'check, all rules': (bytes) => check(bytes).alerts.length,
  'check, all profiles': (bytes) => check(bytes, { profiles }).alerts.length,
} satisfies Readonly<Record<string, Engine>>;

export type EngineName = keyof typeof engines;
