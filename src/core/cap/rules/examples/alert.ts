/** Examples of the rules about the alert element and its references. */
import { alertWith, anInfo, base, type Example, earlier } from './example.ts';

const withReferences = (references: string): string => alertWith({ msgType: 'Update', references });
const update = withReferences(earlier);

const many = (): string =>
  withReferences(
    Array.from({ length: 1001 }, (_, i) => `warnings@river.example,flood-${i},2024-10-01T09:00:00+13:00`).join(' '),
  );

export const alertExamples: readonly Example[] = [
  {
    code: 'cap.identifier.characters',
    at: '/alert/identifier',
    bad: alertWith({ identifier: 'flood 2024, no. 17' }),
    good: alertWith({ identifier: 'flood-2024-no.17' }),
  },
  {
    code: 'cap.sender.characters',
    at: '/alert/sender',
    bad: alertWith({ sender: 'River Office, Mosgiel' }),
    good: alertWith({ sender: 'warnings@river.example' }),
  },
  {
    code: 'cap.references.missing',
    at: '/alert/references',
    bad: alertWith({ msgType: 'Cancel' }),
    good: alertWith({ msgType: 'Cancel', references: earlier }),
  },
  { code: 'cap.references.on-alert', at: '/alert/msgType', bad: alertWith({ references: earlier }), good: update },
  {
    code: 'cap.restriction.missing',
    at: '/alert/restriction',
    bad: alertWith({ scope: 'Restricted' }),
    good: alertWith({ scope: 'Restricted', restriction: 'Crews of the fire service' }),
  },
  {
    code: 'cap.restriction.scope',
    at: '/alert/restriction',
    bad: alertWith({ restriction: 'Crews of the fire service' }),
    good: alertWith({ scope: 'Restricted', restriction: 'Crews of the fire service' }),
  },
  {
    code: 'cap.addresses.missing',
    at: '/alert/addresses',
    bad: alertWith({ scope: 'Private' }),
    good: alertWith({ scope: 'Private', addresses: 'duty@hospital.example' }),
  },
  {
    code: 'cap.addresses.quotes',
    at: '/alert/addresses',
    bad: alertWith({ addresses: 'duty@hospital.example "Weir keeper' }),
    good: alertWith({ addresses: 'duty@hospital.example "Weir keeper"' }),
  },
  {
    code: 'cap.incidents.quotes',
    at: '/alert/incidents',
    bad: alertWith({ incidents: '"October storm' }),
    good: alertWith({ incidents: '"October storm"' }),
  },
  {
    code: 'cap.note.exercise',
    at: '/alert/note',
    bad: alertWith({ status: 'Exercise' }),
    good: alertWith({ status: 'Exercise', note: 'Exercise High Water 3, for the crews of Mosgiel' }),
  },
  {
    code: 'cap.note.error',
    at: '/alert/note',
    bad: alertWith({ msgType: 'Error', references: earlier, info: null }),
    good: alertWith({ msgType: 'Error', references: earlier, info: null, note: 'Rejected: the polygon is not closed' }),
  },
  { code: 'cap.alert.no-info', at: '/alert', bad: alertWith({ info: null }), good: base },
  {
    code: 'cap.password.deprecated',
    at: '/alert/password',
    bad: alertWith({ password: 'river', info: anInfo({ certainty: 'Likely' }) }, '1.0'),
    good: alertWith({}, '1.0'),
  },
  { code: 'cap.references.empty', at: '/alert/references', bad: alertWith({ references: '' }), good: base },
  { code: 'cap.references.not-a-triplet', at: '/alert/references', bad: withReferences('flood-2024-16'), good: update },
  {
    code: 'cap.references.without-sent',
    at: '/alert/references',
    bad: alertWith({ msgType: 'Update', references: 'flood-2024-16/warnings@river.example' }, '1.0'),
    good: update,
  },
  { code: 'cap.references.too-many', at: '/alert/references', bad: many, good: update },
  {
    code: 'cap.references.time',
    at: '/alert/references',
    bad: withReferences('warnings@river.example,flood-2024-16,3.10.2024'),
    good: update,
  },
  {
    code: 'cap.references.self',
    at: '/alert/references',
    bad: withReferences('warnings@river.example,flood-2024-17,2024-10-03T18:00:00+13:00'),
    good: update,
  },
  {
    code: 'cap.identifier.reused',
    at: '/alert/identifier',
    bad: withReferences('warnings@river.example,flood-2024-17,2024-10-03T09:00:00+13:00'),
    good: update,
  },
  {
    code: 'cap.identifier.shared',
    at: '/alert/identifier',
    bad: alertWith({
      msgType: 'Ack',
      references: 'duty@dam.example,flood-2024-17,2024-10-03T09:00:00+13:00',
      info: null,
    }),
    good: alertWith({
      identifier: 'ack-2024-17',
      msgType: 'Ack',
      references: 'duty@dam.example,flood-2024-17,2024-10-03T09:00:00+13:00',
      info: null,
    }),
  },
  {
    code: 'cap.references.postdated',
    at: '/alert/references',
    bad: withReferences('warnings@river.example,flood-2024-16,2024-10-05T09:00:00+13:00'),
    good: update,
  },
  { code: 'cap.references.twice', at: '/alert/references', bad: withReferences(`${earlier} ${earlier}`), good: update },
];
