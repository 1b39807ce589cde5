/** Reads source files into what the house rules look at: imports, calls, texts, and names of the platform. */
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';
import { lastName, type Node, type Place, walk } from './walk.ts';

/** Path from the root of the project (`src/core/model.ts`) to text. */
export type Files = ReadonlyMap<string, string>;

export interface Use {
  readonly what: string;
  readonly line: number;
}
export interface Import extends Use {
  readonly typeOnly: boolean;
  /** The file it means; null for a package, a Node built-in, and what is no code. */
  readonly to: string | null;
}
export interface Source {
  readonly path: string;
  /** First folder below src/. */
  readonly top: string;
  readonly imports: readonly Import[];
  /** Names that the file does not make itself, as it uses them: `Date.now`, `new Date()`, `fetch()`, `process`. */
  readonly free: readonly Use[];
  /** Called functions with a text as first argument, and templates: `updateTable(fact)`, `` sql`` ``. */
  readonly calls: readonly Use[];
  /** Every text and every template. */
  readonly texts: readonly Use[];
  /** Settings it reads: `config.port`, `const {port} = config`, `({port}: Config)`. */
  readonly settings: readonly string[];
}

export const isTest = (path: string): boolean => /\.(test|fixture)\.tsx?$/.test(path);
export const isCode = (path: string): boolean => /^src\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts');

/** All code of src/ but its tests. */
export const readSources = (files: Files): Source[] =>
  [...files].filter(([path]) => isCode(path) && !isTest(path)).map(([path, text]) => readSource(path, text));

/** Throws when the file can't be parsed. */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const imports: Import[] = [];
  const free: Use[] = [];
  const calls: Use[] = [];
  const texts: Use[] = [];
  const settings: string[] = [];
  const own = new Set<string>();
  walk(program as unknown as Node, (node, parent, key, place) => {
    const use = (what: string): Use => ({ what, line: text.slice(0, node.start).split('\n').length });
    const specifier = specifierOf(node);
    if (specifier !== null)
      imports.push({ ...use(specifier), typeOnly: isTypeOnly(node), to: fileOf(path, specifier) });
    if (node.type === 'TaggedTemplateExpression') calls.push(use(`${lastName(node['tag'])}\`\``));
    if (node.type === 'CallExpression') calls.push(use(`${lastName(node['callee'])}(${firstText(node)})`));
    if (node.type === 'Literal' && typeof node['value'] === 'string') texts.push(use(node['value']));
    if (node.type === 'TemplateLiteral') texts.push(use(text.slice(node.start, node.end)));
    settings.push(...settingsOf(node, text));
    if (node.type !== 'Identifier') return;
    if (place === 'binding') own.add(String(node['name']));
    else if (isReference(parent, key, place)) free.push(use(asUsed(node, parent, key)));
  });
  const made = ({ what }: Use): boolean => own.has(/^(?:new )?([\w$]+)/.exec(what)?.[1] ?? '');
  const top = path.split('/')[1] ?? '';
  return { path, top, imports, calls, texts, settings, free: free.filter((use) => !made(use)) };
}

function specifierOf({ type, source }: Node): string | null {
  if (!/^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/.test(type)) return null;
  const value = (source as { value?: unknown } | null)?.value;
  return typeof value === 'string' ? value : null;
}

function isTypeOnly({ type, importKind, exportKind, specifiers }: Node): boolean {
  if (type === 'TSImportType' || importKind === 'type' || exportKind === 'type') return true;
  const names = (specifiers ?? []) as Node[];
  return names.length > 0 && names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type');
}

const fileOf = (from: string, specifier: string): string | null =>
  /^\..*\.tsx?$/.test(specifier) ? join(dirname(from), specifier) : null;

function firstText(call: Node): string {
  const [first] = call['arguments'] as Node[];
  return first?.type === 'Literal' ? String(first['value']) : '';
}

function isReference(parent: Node | null, key: string, place: Place): boolean {
  if (place !== 'expression' || parent === null) return false;
  const named = key === 'property' || key === 'key' || key === 'label' || /Specifier$/.test(parent.type);
  return !named || parent['computed'] === true;
}

function asUsed(node: Node, parent: Node | null, key: string): string {
  const name = String(node['name']);
  if (parent === null || (key !== 'callee' && key !== 'object')) return name;
  if (parent.type === 'MemberExpression') return `${name}.${lastName(parent['property'])}`;
  if (parent.type === 'CallExpression') return `${name}()`;
  return `new ${name}(${(parent['arguments'] as Node[]).length === 0 ? '' : '…'})`;
}

const isConfig = (node: unknown): boolean => /^config$/i.test(lastName(node));

function settingsOf(node: Node, text: string): string[] {
  if (node.type === 'MemberExpression') return isConfig(node['object']) ? [lastName(node['property'])] : [];
  if (node.type === 'VariableDeclarator') return isConfig(node['init']) ? keysOf(node['id'] as Node) : [];
  const annotation = node['typeAnnotation'] as Node | null | undefined;
  const typed = annotation && /\bConfig\b/.test(text.slice(annotation.start, annotation.end));
  return node.type === 'ObjectPattern' && typed ? keysOf(node) : [];
}

const keysOf = (pattern: Node): string[] =>
  pattern.type === 'ObjectPattern' ? (pattern['properties'] as Node[]).map((one) => lastName(one['key'])) : [];
