/** Who was told of an alert, by role and never by name, with the reason and what the far side said. */
import type { JSX } from 'preact';
import type { CapAlert } from '../../core/cap/model.ts';
import type { DeliveryState, NoticeView, Reason, WatchedPerson } from '../../core/model.ts';
import { at, type Moment } from '../layout.tsx';
import { useExercise } from '../parts/around.tsx';
import { Tag, Theirs, When } from '../parts/words.tsx';
import {
  capital,
  changeWord,
  count,
  deliveryFailed,
  deliveryText,
  inOneLetter,
  kindTag,
  people,
  receiptWord,
} from '../strings/en.ts';
import { reasonText } from '../strings/reasons.ts';
import { type AlertData, noticesShown } from './data.ts';

export const roleNames = (list: readonly WatchedPerson[]): ((id: string) => string) => {
  const roles = new Map(list.map(({ id, person }) => [id, person.role ?? 'No role stated']));
  return (id) => (id === 'desk' ? 'This desk' : (roles.get(id) ?? 'No longer listed'));
};

/** The sentences of a list of reasons; an area is named in its issuer's words. */
export function Why({ why, alert }: { readonly why: readonly Reason[]; readonly alert: CapAlert | null }): JSX.Element {
  const wall = useExercise();
  return (
    <>
      {why.map((reason, n) => {
        const area =
          reason.code === 'inside' || reason.code === 'area-unresolved'
            ? alert?.infos[reason.info]?.areas[reason.area]?.areaDesc
            : undefined;
        return (
          <>
            {n > 0 ? ' ' : ''}
            {area === undefined ? (
              reasonText(reason, wall)
            ) : (
              <>
                {reasonText(reason, wall).slice(0, -1)}: <Theirs text={area} max={80} />.
              </>
            )}
          </>
        );
      })}
    </>
  );
}

const leftOut: ReadonlySet<DeliveryState> = new Set(['expired', 'replaced', 'spared']);

/** The letter it went in, or is to go in, with others to the same person; null when it goes alone or was taken out before it went. */
export const letterOf = ({ letter, deliveries }: NoticeView): string | null =>
  deliveries.every(({ state }) => leftOut.has(state)) ? null : letter;

/** What is said of a notice that shares its letter; null of any other. */
export function lettersIn(listed: readonly NoticeView[]): (notice: NoticeView) => string | null {
  const all = Map.groupBy(listed, letterOf);
  return (notice) => {
    const letter = letterOf(notice);
    return letter === null ? null : inOneLetter(Math.max((all.get(letter)?.length ?? 0) - 1, 0));
  };
}

/** Where a notice stands on each of its channels, and what came back, in the far side's word. */
export function OnChannels({
  notice,
  letter,
  showWords,
}: {
  readonly notice: NoticeView;
  /** See `lettersIn`. */
  readonly letter: string | null;
  readonly showWords: boolean;
}): JSX.Element {
  if (notice.deliveries.length === 0) return <>No channel.</>;
  return (
    <>
      {notice.deliveries.map((delivery) => {
        const receipts = notice.receipts.filter((receipt) => receipt.channel === delivery.channel);
        const receivedAccepted = receipts.some((receipt) => receipt.kind === 'accepted');
        return (
          <p>
            {capital(delivery.channel)}:{' '}
            {receivedAccepted && delivery.state === 'accepted' ? null : deliveryFailed(delivery.state) ? (
              <Tag kind="dash">{deliveryText(delivery.state, delivery.attempts)}</Tag>
            ) : (
              deliveryText(delivery.state, delivery.attempts)
            )}
            {receipts.map((receipt, n) => (
              <>
                {n > 0 || !(receivedAccepted && delivery.state === 'accepted') ? ', ' : ''}
                <b>{receiptWord[receipt.kind]}</b> <When at={receipt.at} near={notice.madeAt} />
                {showWords && receipt.words !== '' ? (
                  <>
                    {' '}
                    <Theirs text={receipt.words} max={120} />
                  </>
                ) : null}
              </>
            ))}
            {showWords && receipts.length === 0 && delivery.words !== null ? (
              <>
                {' '}
                <Theirs text={delivery.words} max={120} />
              </>
            ) : null}
          </p>
        );
      })}
      {letter === null ? null : <p class="quiet">{capital(letter)}.</p>}
    </>
  );
}

interface ToldProps {
  readonly data: AlertData;
  readonly showWords: boolean;
  readonly moment: Moment;
}

export function Told({ data, showWords, moment }: ToldProps): JSX.Element {
  const role = roleNames(data.people);
  const { alert } = data.view;
  const shown = data.notices.slice(0, noticesShown);
  const letter = lettersIn(shown);
  const hidden = data.notices.length - noticesShown;
  return (
    <section class="sec" id="told" aria-labelledby="h-w">
      <h2 id="h-w">Who was told, and why</h2>
      <p class="lede">
        {data.told === 0 ? 'Nobody.' : `${capital(count(data.told))} of ${people(data.people.length)} on the list.`}
      </p>
      {data.notices.length === 0 ? null : (
        <table class="table fold">
          <caption class="vh">Notices of this alert</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Why</th>
              <th scope="col">Receipt</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((notice) => (
              <tr>
                <th scope="row">{role(notice.person)}</th>
                <td data-l="What">
                  <Tag>{kindTag[notice.kind]}</Tag>{' '}
                  {notice.changes.length > 0
                    ? `new: ${notice.changes.map((change) => changeWord[change]).join(', ')}. `
                    : ''}
                  <When at={notice.madeAt} />
                </td>
                <td data-l="Why">
                  <Why why={notice.why} alert={alert} />
                </td>
                <td data-l="Receipt">
                  <OnChannels notice={notice} letter={letter(notice)} showWords={showWords} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 ? (
        <p>
          <a href={at(`/notices?alert=${data.view.id}`, moment)}>All notices of this alert</a>, {hidden} more.
        </p>
      ) : null}
      {data.notices.length === 0 ? null : (
        <p class="note">
          “Accepted” is the word of the receiving server, “delivered” and “read” the word of the device. Nothing is
          called sent without one of them.
        </p>
      )}
    </section>
  );
}
