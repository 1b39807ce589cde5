// What runs in the reader's browser: dist/web, served under names that change with their content.
import { defineConfig } from 'vite';

export default defineConfig({
  base: '/assets/',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/web',
    emptyOutDir: true,
    assetsDir: '.',
    manifest: true,
    // One sheet of the map is a file of its own; nothing is put into the page as data.
    assetsInlineLimit: 0,
    // MapLibre is one megabyte, fetched only by whoever looks at a map.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { desk: 'src/desk/main.ts' } },
  },
});
