/** Walks a syntax tree and tells, for every node, whether it stands in an expression, a binding or a type. */

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
/** A binding makes a name; a reference stands in an expression; nothing in a type exists when the code runs. */
export type Place = 'expression' | 'binding' | 'type';
export type Visit = (node: Node, parent: Node | null, key: string, place: Place) => void;

const wrappers = [
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
];
const bindings = ['ObjectPattern', 'ArrayPattern', 'RestElement', 'Property', 'AssignmentPattern'];

export function walk(
  node: Node,
  visit: Visit,
  parent: Node | null = null,
  key = '',
  place: Place = 'expression',
): void {
  visit(node, parent, key, place);
  for (const [childKey, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit, node, childKey, placeOf(node, childKey, place));
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function placeOf({ type }: Node, key: string, place: Place): Place {
  if (place === 'type' || (type.startsWith('TS') && !wrappers.includes(type))) return 'type';
  if (type === 'VariableDeclarator' && key === 'id') return 'binding';
  if (type === 'CatchClause' && key === 'param') return 'binding';
  if (/Function|Class/.test(type) && (key === 'params' || key === 'id')) return 'binding';
  if (/^Import.*Specifier$/.test(type) && key === 'local') return 'binding';
  const within = place === 'binding' && bindings.includes(type) && key !== 'key' && key !== 'right';
  return within ? 'binding' : 'expression';
}

/** `a` of `a`, `c` of `a.b.c`, `#c` without its sign; empty for anything else. */
export function lastName(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return String(node['name']);
  if (node.type === 'MemberExpression' && !node['computed']) return lastName(node['property']);
  if (node.type === 'ChainExpression') return lastName(node['expression']);
  return '';
}
