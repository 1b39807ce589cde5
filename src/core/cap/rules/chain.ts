/** What is doubtful about alerts that name each other; `revisionOf` finds these, since one alert alone can't show them. */
import type { Rule } from './rule.ts';

const source = 'CAP 1.2, 3.2.1, references, msgType and identifier';
const rule = (code: string, severity: 'warning' | 'info', asks: string, why: string): Rule => ({
  code: `cap.chain.${code}`,
  judges: 'spec',
  severity,
  source,
  asks,
  why,
});

export const chainRules: readonly Rule[] = [
  rule(
    'unknown-reference',
    'info',
    'Every alert that an update or cancel names has been received.',
    'What was not received can’t be shown, and nobody was told of it here. Ask for it if it matters.',
  ),
  rule(
    'sent-differs',
    'warning',
    'A reference states the very time at which the alert that it names was sent.',
    'With another time it names another alert, so nothing is ended by guessing. Ask the issuer which is meant.',
  ),
  rule(
    'may-not-end',
    'warning',
    'An alert is updated or cancelled by its own sender, under its own status.',
    'Otherwise a stranger could silence a warning, or an exercise a real one. A person has to look.',
  ),
  rule(
    'not-later',
    'warning',
    'An update or cancel is sent after what it names.',
    'Otherwise two alerts could end each other. It ends nothing until its issuer sends it again with its own time.',
  ),
  rule(
    'same-name',
    'warning',
    'Sender, identifier and sent together name one alert alone.',
    'Where two that differ bear one name, nobody can say which of them a reference means. Both are kept.',
  ),
  rule(
    'identifier-reused',
    'warning',
    'An update has an identifier of its own and names what it updates.',
    'With the old identifier and without a reference it may be an update or a second danger; the earlier one is not ended.',
  ),
  rule(
    'cancel-in-part',
    'warning',
    'A cancel names the newest revision of what it ends.',
    'A revision that it does not name stands, since a warning is not ended by a guess. Ask the issuer.',
  ),
  rule(
    'fork',
    'warning',
    'Of two updates of one alert the later names the earlier.',
    'Otherwise both stand beside each other, and nobody can say which of them holds.',
  ),
];
