/**
 * What the schemas of CAP 1.0, 1.1 and 1.2 let stand in each element: sequences of particles, in their order. The three
 * differ in few places, which stand here as conditions on the version.
 */
import {
  type CapVersion,
  categories,
  certainties,
  msgTypes,
  responseTypes,
  scopes,
  severities,
  statuses,
  urgencies,
} from '../../model.ts';
import type { SimpleType } from './types.ts';

export interface Model {
  readonly particles: readonly Particle[];
  /** Place of each name among the particles. */
  readonly ranks: ReadonlyMap<string, number>;
  /** How many of each stand in an element before its first child: 0. */
  readonly noneYet: readonly number[];
  /** Places of those that must be there. */
  readonly required: readonly number[];
  /** Whether elements of XML signatures, and whatever they hold, may follow the particles. */
  readonly signed: boolean;
}

export interface Particle {
  readonly name: string;
  readonly required: boolean;
  readonly repeats: boolean;
  /** Of its text; null when it holds elements. */
  readonly type: SimpleType | null;
  readonly model: Model | null;
  /** An element without any content stands for a default that is valid. */
  readonly hasDefault: boolean;
}

/** A name as a DTD would write it (`note?`, `code*`, `category+`), with a type when it is not a string. */
type Line = string | readonly [name: string, type: SimpleType | Model];

function model(lines: readonly Line[], signed = false): Model {
  const particles = lines.map(particleOf);
  return {
    particles,
    ranks: new Map(particles.map(({ name }, rank) => [name, rank])),
    noneYet: particles.map(() => 0),
    required: [...particles.keys()].filter((rank) => particles[rank]?.required),
    signed,
  };
}

function particleOf(line: Line): Particle {
  const [written, type] = typeof line === 'string' ? [line, 'string' as const] : line;
  const times = /[?*+]$/.exec(written)?.[0] ?? '';
  const name = times === '' ? written : written.slice(0, -1);
  const holds = typeof type === 'object' && 'particles' in type;
  return {
    name,
    required: times === '' || times === '+',
    repeats: times === '*' || times === '+',
    type: holds ? null : type,
    model: holds ? type : null,
    hasDefault: name === 'language',
  };
}

const without = (list: readonly string[], ...left: readonly string[]): readonly string[] =>
  list.filter((word) => !left.includes(word));

const namedValue = model(['valueName', 'value']);

function alertModel(version: CapVersion): Model {
  const first = version === '1.0';
  const last = version === '1.2';
  const time = last ? 'capDateTime' : 'dateTime';
  const words = first ? 'list' : 'string';
  const pair = first ? 'string' : namedValue;
  const height = last ? 'decimal' : 'string';
  const resource = model([
    'resourceDesc',
    last ? 'mimeType' : 'mimeType?',
    ['size?', 'integer'],
    ['uri?', 'anyURI'],
    ...(first ? [] : ['derefUri?']),
    'digest?',
  ]);
  const area = model([
    'areaDesc',
    ['polygon*', words],
    ['circle*', words],
    ['geocode*', pair],
    ['altitude?', height],
    ['ceiling?', height],
  ]);
  const responses = last ? responseTypes : without(responseTypes, 'Avoid', 'AllClear');
  const info = model([
    ['language?', 'language'],
    first ? ['category*', without(categories, 'CBRNE')] : ['category+', categories],
    'event',
    ...(first ? [] : [['responseType*', responses] as const]),
    ['urgency', urgencies],
    ['severity', severities],
    ['certainty', first ? ['Very Likely', ...without(certainties, 'Observed')] : certainties],
    'audience?',
    ['eventCode*', pair],
    ['effective?', time],
    ['onset?', time],
    ['expires?', time],
    ...['senderName?', 'headline?', 'description?', 'instruction?'],
    ['web?', 'anyURI'],
    'contact?',
    ['parameter*', pair],
    ['resource*', resource],
    ['area*', area],
  ]);
  const alert: readonly Line[] = [
    ...['identifier', 'sender'],
    ['sent', time],
    ['status', first ? without(statuses, 'Draft') : statuses],
    ['msgType', msgTypes],
    ...(first ? ['password?'] : []),
    'source?',
    [first ? 'scope?' : 'scope', scopes],
    ...['restriction?', 'addresses?', 'code*', 'note?'],
    ['references?', words],
    ['incidents?', words],
    ['info*', info],
  ];
  return model(alert, last);
}

export const alertModels: Readonly<Record<CapVersion, Model>> = {
  '1.0': alertModel('1.0'),
  '1.1': alertModel('1.1'),
  '1.2': alertModel('1.2'),
};

/** What the schema of 1.2 declares for the whole document: it counts inside a signature too. */
export const globals: Model = model([['alert', alertModels['1.2']], 'valueName', 'value']);
