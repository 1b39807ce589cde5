/** How soon a feed of 1,000 alerts answers; what is measured, and how, stands in feeds/measure.ts. Vite loads it, for the SQL and the styles. */
import { createServer } from 'vite';

export async function run(): Promise<Record<string, number | string>> {
  const vite = await createServer({
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { run } = (await vite.ssrLoadModule('/bench/feeds/measure.ts')) as typeof import('./feeds/measure.ts');
    return await run();
  } finally {
    await vite.close();
  }
}
