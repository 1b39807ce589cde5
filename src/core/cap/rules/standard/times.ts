/** Rules about when an alert holds: sent, effective, onset, expires. */
import { hour } from '../../../time/time.ts';
import type { CapInfo, Stamp } from '../../model.ts';
import type { Rule } from '../rule.ts';
import { inInfos } from './walk.ts';

/** Writing an alert and clocks that differ explain this much. */
const leeway = hour;

const isBefore = (one: Stamp | null, other: Stamp | null): boolean =>
  one !== null && other !== null && one.at !== null && other.at !== null && one.at < other.at;

/** A Cancel, Ack or Error says nothing of its own that would have to hold for a while. */
const tells = (msgType: string): boolean => msgType === 'Alert' || msgType === 'Update';

const expiresOf = ({ expires }: CapInfo): string => expires?.text ?? '';

export const timeRules: readonly Rule[] = [
  {
    code: 'cap.expires.absent',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, info, expires',
    asks: 'An info says in <expires> until when it holds.',
    why: 'Without it each receiver decides by itself, and people see the warning too long or not long enough. Add the time.',
    check: inInfos(({ expires }, find, { msgType }) => {
      if (expires === null && tells(msgType))
        find('expires', 'No <expires> says until when this holds, so each receiver decides by itself; add it.');
    }),
  },
  {
    code: 'cap.expires.before-sent',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, info, expires',
    asks: 'An alert expires after it was sent.',
    why: 'One that was over before it went out is shown to nobody. Mostly a date or an offset is wrong; correct it.',
    check: inInfos((info, find, { msgType, sent }) => {
      if (tells(msgType) && isBefore(info.expires, sent))
        find(
          'expires',
          `This expires at ${expiresOf(info)}, before it was sent (${sent.text}), so nobody is told; correct one of the times.`,
        );
    }),
  },
  {
    code: 'cap.expires.before-effective',
    judges: 'spec',
    severity: 'error',
    source: 'CAP 1.2, info, effective and expires',
    asks: 'An info expires after it takes effect.',
    why: 'One that ends before it begins holds at no time and is shown to nobody. Correct one of the times.',
    check: inInfos((info, find) => {
      if (isBefore(info.expires, info.effective))
        find(
          'expires',
          `This expires at ${expiresOf(info)}, before it takes effect (${info.effective?.text ?? ''}); correct one of the times.`,
        );
    }),
  },
  {
    code: 'cap.effective.before-sent',
    judges: 'spec',
    severity: 'info',
    source: 'CAP 1.2, info, effective',
    asks: 'An info takes effect when it is sent, or later; up to an hour before is passed over.',
    why: 'What was not sent yet could not hold. Mostly the beginning of the event is meant, which belongs in <onset>.',
    check: inInfos(({ effective }, find, { sent }) => {
      if (isBefore(effective, sent) && (sent.at ?? 0) - (effective?.at ?? 0) > leeway)
        find(
          'effective',
          `This takes effect at ${effective?.text ?? ''}, before it was sent (${sent.text}); the beginning of the event belongs in <onset>.`,
        );
    }),
  },
];
