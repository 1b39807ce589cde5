/**
 * From an operator's confirmation to the acceptance of the last of 40 mails by a real SMTP server on loopback, against sending the
 * same 40 mails bare over one connection in the same round: what the desk adds of its own (decision, leases, receipts, seals).
 */
import { performance } from 'node:perf_hooks';
import { createTransport } from 'nodemailer';
import { write as writeCap } from '../src/core/cap/index.ts';
import { csv, deskFolder, mailSink, withOperator } from '../test/journeys/desk.ts';
import { makeAlert, makeInfo, stamp } from '../test/make.ts';

const rounds = 21;
const people = 40;

const percentile = (values: readonly number[], part: number): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * part) - 1)] ?? 0);

export async function run(): Promise<Record<string, number | string>> {
  const sink = await mailSink();
  const folder = deskFolder({ TOCSIN_SMTP_URL: `smtp://127.0.0.1:${sink.port}` });
  const ana = await withOperator(folder);
  const rows = Array.from({ length: people }, (_, i) => ({
    id: `p${i}`,
    name: `P ${i}`,
    email: `p${i}@people.example`,
    lat: 34.5,
    lon: 69.2,
  }));
  await folder.run(['watch', 'import', '-'], csv(rows));
  const desk = await folder.start();
  const at = (ms: number) => stamp(`${new Date(Date.now() + ms).toISOString().slice(0, 19)}-00:00`);
  const whole: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const alert = makeAlert({
      identifier: `bench-${round}`,
      sent: at(-60_000),
      infos: [makeInfo({ expires: at(3_600_000) })],
    });
    const { id } = await ana.report(desk, writeCap(alert));
    let before = sink.mails.length;
    const confirmed = performance.now();
    await ana.post(desk, `/api/v1/alerts/${id}/confirm`);
    await sink.until((mails) => mails.length >= before + people);
    whole.push(performance.now() - confirmed);
    const raw = sink.mails.at(-1)?.raw ?? '';
    before = sink.mails.length;
    const transport = createTransport({
      host: '127.0.0.1',
      port: sink.port,
      pool: true,
      maxConnections: 5,
      ignoreTLS: true,
    });
    const started = performance.now();
    await Promise.all(
      rows.map(({ email }) => transport.sendMail({ envelope: { from: 'a@b.example', to: email }, raw })),
    );
    bare.push(performance.now() - started);
    transport.close();
  }
  await desk.stop();
  await sink.close();
  folder.remove();
  return {
    rounds,
    people,
    'desk p50 ms': percentile(whole, 0.5),
    'desk p95 ms': percentile(whole, 0.95),
    'bare nodemailer p50 ms': percentile(bare, 0.5),
    'bare nodemailer p95 ms': percentile(bare, 0.95),
    'ratio p50': (percentile(whole, 0.5) / percentile(bare, 0.5)).toFixed(1),
  };
}
