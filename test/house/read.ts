/** Reads a tree of source files into what the house rules look at: imports, calls, texts and settings read. */
import { dirname, join } from 'node:path/posix';
import { parseSync } from 'vite';

/** Path from the root of the project (`src/core/model.ts`) to text. */
export type Files = ReadonlyMap<string, string>;

export interface Use {
  readonly what: string;
  readonly line: number;
}
export interface Import extends Use {
  readonly typeOnly: boolean;
  /** Path of the file it means; null for a package, a Node built-in or a file that is no code. */
  readonly to: string | null;
}
export interface Source {
  readonly path: string;
  /** First folder below src/. */
  readonly top: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Names of the platform as they are used: `Date.now()`, `new Date()`, `fetch()`, `process`. */
  readonly globals: readonly Use[];
  /** `sql` templates, and calls such as `updateTable('fact')`. */
  readonly calls: readonly Use[];
  /** Every string and every part of a template. */
  readonly texts: readonly Use[];
  /** Settings read as `config.name`, or taken out of something called config or typed Config. */
  readonly settings: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

export const isTest = (path: string): boolean => /\.(test|fixture)\.tsx?$/.test(path);
export const isCode = (path: string): boolean => /^src\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts');

/** Reads all code of src/, tests left out. Throws when a file can't be parsed: types would fail as well. */
export function readSources(files: Files): Source[] {
  return [...files].filter(([path]) => isCode(path) && !isTest(path)).map(([path, text]) => readSource(path, text));
}

export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const found = { imports: [] as Import[], idents: [] as Use[], calls: [] as Use[], texts: [] as Use[] };
  const settings: string[] = [];
  const declared = new Set<string>();
  const lineAt = (node: Node): number => text.slice(0, node.start).split('\n').length;

  const addImport = (source: unknown, node: Node, typeOnly: boolean): void => {
    const specifier = (source as { value?: unknown } | null)?.value;
    if (typeof specifier === 'string')
      found.imports.push({ what: specifier, line: lineAt(node), typeOnly, to: resolveCode(path, specifier) });
  };

  const visit = (node: Node, parent: Node | null, inType: boolean): void => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        addImport(node['source'], node, node['importKind'] === 'type' || node['exportKind'] === 'type');
        break;
      case 'ImportExpression':
        addImport(node['source'], node, false);
        break;
      case 'TSImportType':
        addImport(node['source'], node, true);
        break;
      case 'TaggedTemplateExpression':
        found.calls.push({ what: `${lastName(node['tag'])}\`\``, line: lineAt(node) });
        break;
      case 'CallExpression': {
        const first = (node['arguments'] as Node[])[0];
        const argument = first?.type === 'Literal' ? String(first['value']) : '';
        found.calls.push({ what: `${lastName(node['callee'])}(${argument})`, line: lineAt(node) });
        break;
      }
      case 'Literal':
        if (typeof node['value'] === 'string') found.texts.push({ what: node['value'], line: lineAt(node) });
        break;
      case 'TemplateLiteral':
        found.texts.push({
          what: (node['quasis'] as { value: { raw: string } }[]).map((part) => part.value.raw).join('…'),
          line: lineAt(node),
        });
        break;
      case 'MemberExpression':
        if (lastName(node['object']).toLowerCase() === 'config') settings.push(lastName(node['property']));
        break;
      case 'VariableDeclarator':
        if (lastName(node['init']).toLowerCase() === 'config') settings.push(...keysOf(node['id']));
        break;
      case 'ObjectPattern':
        if (/\bConfig\b/.test(typeTextOf(node, text))) settings.push(...keysOf(node));
        break;
      case 'Identifier':
        if (!inType && isDeclaration(node, parent)) declared.add(String(node['name']));
        else if (!inType && isReference(node, parent)) found.idents.push({ what: useOf(node, parent), line: lineAt(node) });
        break;
    }
    const typed = inType || isTypeOnly(node.type);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'parent') continue;
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child === 'object' && child !== null && typeof (child as Node).type === 'string')
          visit(child as Node, key === 'property' && !node['computed'] ? { ...node, type: 'Property name' } : node, typed);
    }
  };
  visit(program as unknown as Node, null, false);
  return {
    ...{ path, top: path.split('/')[1] ?? '', lines: text.split('\n').length },
    ...{ imports: found.imports, calls: found.calls, texts: found.texts, settings },
    globals: attachMembers(found.idents).filter(({ what }) => !declared.has(/^(?:new )?(\w+)/.exec(what)?.[1] ?? '')),
  };
}

const attachMembers = (uses: readonly Use[]): readonly Use[] => uses;

/** Where a relative import leads, or null when it is no code. */
function resolveCode(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.') || !/\.tsx?$/.test(specifier)) return null;
  return join(dirname(from), specifier);
}
