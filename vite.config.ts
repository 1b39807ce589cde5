// The bundle of the server and of the command line, and the parts others may import (package.json `exports`).
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const executable: Plugin = {
  name: 'executable-main',
  writeBundle({ dir }) {
    if (dir) chmodSync(join(dir, 'main.js'), 0o755);
  },
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [executable],
  publicDir: false,
  // Packages stay outside the bundle: their licences, source maps and security fixes stay theirs.
  ssr: { external: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'src/app/main.ts',
        cap: 'src/core/cap/index.ts',
        'cap-profiles': 'src/core/cap/profiles/index.ts',
        'cap-verify': 'src/seal/cap/index.ts',
        'source-contract': 'src/sources/contract.ts',
        'channel-contract': 'src/channels/contract.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
});
