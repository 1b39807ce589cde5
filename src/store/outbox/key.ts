/** One notice on one channel. */

export interface Key {
  readonly desk: string;
  readonly notice: string;
  readonly channel: string;
}

/** The row of this key, in any of the tables that have these columns. */
export const matches =
  (key: Key) =>
  // biome-ignore lint/suspicious/noExplicitAny: one condition for three tables that share these columns
  (eb: any) =>
    eb.and({ desk: key.desk, notice: key.notice, channel: key.channel });
