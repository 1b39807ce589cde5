/** All forms of English verbs, from their first form. */

const irregular: Readonly<Record<string, string>> = {
  ...{ say: 'said', tell: 'told', write: 'wrote written', think: 'thought', know: 'knew known', feel: 'felt' },
  ...{ understand: 'understood', swear: 'swore sworn', find: 'found', show: 'showed shown', see: 'saw seen' },
  ...{ learn: 'learned learnt', seek: 'sought', put: 'put', mean: 'meant', speak: 'spoke spoken', lay: 'laid' },
  ...{ make: 'made', go: 'went gone', come: 'came come', take: 'took taken', give: 'gave given', get: 'got gotten' },
  ...{ begin: 'began begun', become: 'became become', break: 'broke broken', bring: 'brought', build: 'built' },
  ...{ buy: 'bought', catch: 'caught', choose: 'chose chosen', cut: 'cut', draw: 'drew drawn', drive: 'drove driven' },
  ...{ fall: 'fell fallen', fight: 'fought', flee: 'fled', fly: 'flew flown', grow: 'grew grown', hit: 'hit' },
  ...{
    hold: 'held',
    keep: 'kept',
    lead: 'led',
    leave: 'left',
    lose: 'lost',
    meet: 'met',
    pay: 'paid',
    rise: 'rose risen',
  },
  ...{ run: 'ran run', send: 'sent', set: 'set', shoot: 'shot', sit: 'sat', spend: 'spent', split: 'split' },
  ...{ stand: 'stood', strike: 'struck', sweep: 'swept', teach: 'taught', throw: 'threw thrown', win: 'won' },
  ...{
    withdraw: 'withdrew withdrawn',
    blow: 'blew blown',
    burn: 'burned burnt',
    bear: 'bore borne',
    wear: 'wore worn',
  },
  ...{
    spread: 'spread',
    hide: 'hid hidden',
    forbid: 'forbade forbidden',
    hurt: 'hurt',
    sell: 'sold',
    steal: 'stole stolen',
  },
};
const doubling =
  /^(?:plan|quip|slam|rap|pen|admit|refer|rebut|stop|drop|grab|ban|shut|run|get|cut|set|put|hit|sit|win|begin|occur|split|forbid|step|ship|kidnap|stab|rob|trap)$/;

function formsOf(verb: string): string[] {
  const y = /[^aeiou]y$/.test(verb);
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : y ? `${verb.slice(0, -1)}i` : verb;
  const ing = verb.endsWith('ie') ? `${verb.slice(0, -2)}y` : /[^e]e$/.test(verb) ? verb.slice(0, -1) : verb;
  const twice = doubling.test(verb) ? verb.slice(-1) : '';
  const third = y ? `${stem}es` : /(s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const past = irregular[verb]?.split(' ') ?? [twice ? `${verb}${twice}ed` : `${stem}ed`];
  return [verb, third, `${ing}${twice}ing`, ...past];
}

const first = new Set<string>();
/** Whether the word is the first form of a verb that `forms` was asked for: “go”, “leave”. */
export const isFirstForm = (low: string): boolean => first.has(low);

export function forms(verbs: string): ReadonlySet<string> {
  const list = verbs.trim().split(/\s+/);
  for (const verb of list) first.add(verb);
  return new Set(list.flatMap(formsOf));
}
export const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
