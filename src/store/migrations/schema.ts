/** The tables as Kysely sees them; the truth is the files beside this one. Instants are milliseconds (bigint, read as numbers). */
import type { Generated, JSONColumnType } from 'kysely';
import type { FactBody } from '../../core/fact.ts';
import type { Change, Reason } from '../../core/model.ts';

interface DeskTable {
  desk: string;
  seq: number;
  at: number;
}

interface BlobTable {
  desk: string;
  hash: string;
  bytes: Uint8Array;
}

interface ReportTable {
  desk: string;
  id: string;
  hash: string;
  source: string;
  url: string | null;
  type: string | null;
  fetched_at: number;
  by_operator: string | null;
  size: number;
  seq: number;
  at: number;
  begun: Generated<number>;
}

interface FactTable {
  desk: string;
  seq: number;
  n: number;
  at: number;
  kind: FactBody['kind'];
  subject: string;
  valid_from: number | null;
  valid_to: number | null;
  body: JSONColumnType<FactBody>;
}

interface PersonTable {
  desk: string;
  id: string;
  seq: number;
  listed: boolean;
  who: Uint8Array | null;
  how: Uint8Array | null;
  place: Uint8Array | null;
}

interface PlaceTable {
  desk: string;
  id: string;
  seq: number;
  sealed: Uint8Array | null;
}

interface PersonKeyTable {
  desk: string;
  id: string;
  wrapped: Uint8Array;
}

interface NoticeTable {
  desk: string;
  id: string;
  person: string;
  situation: string;
  alert: string | null;
  info: number | null;
  before: string | null;
  kind: string;
  why: JSONColumnType<readonly Reason[]>;
  changes: JSONColumnType<readonly Change[]>;
  urgent: boolean;
  made_at: number;
  expires_at: number;
  sentence: string | null;
  seq: number;
  letter: string | null;
  part: Generated<number>;
}

interface OutboxTable {
  desk: string;
  notice: string;
  channel: string;
  rank: number;
  state: string;
  urgent: boolean;
  due_at: number;
  lease_by: string | null;
  lease_until: number | null;
  attempts: number;
  words: string | null;
  /** When the row came to be as it is. */
  changed_at: number;
}

interface AttemptTable {
  desk: string;
  notice: string;
  channel: string;
  n: number;
  started_at: number;
  ended_at: number | null;
  outcome: string | null;
  words: string | null;
}

interface ReceiptTable {
  desk: string;
  notice: string;
  channel: string;
  n: number;
  kind: string;
  at: number;
  words: string;
}

interface OperatorTokenTable {
  name: string;
  hash: string;
  added_at: number;
  revoked_at: number | null;
}

interface SessionTable {
  hash: string;
  operator: string;
  made_at: number;
  expires_at: number;
}

interface ShapeTable {
  desk: string;
  hash: string;
  json: string;
}

interface GeocodeImportTable {
  desk: string;
  n: number;
  scheme: string;
  source: string;
  edition: string;
  at: number;
}

interface GeocodeTable {
  desk: string;
  scheme: string;
  code: string;
  name: string;
  shape: string;
  import: number;
}

export interface Tables {
  desk: DeskTable;
  decider: DeskTable;
  blob: BlobTable;
  shape: ShapeTable;
  geocode_import: GeocodeImportTable;
  geocode: GeocodeTable;
  report: ReportTable;
  fact: FactTable;
  person: PersonTable;
  place: PlaceTable;
  person_key: PersonKeyTable;
  key_check: { one: Generated<boolean>; fingerprint: string };
  notice: NoticeTable;
  outbox: OutboxTable;
  attempt: AttemptTable;
  receipt: ReceiptTable;
  operator_token: OperatorTokenTable;
  session: SessionTable;
  migration: { id: string; at: number };
}
