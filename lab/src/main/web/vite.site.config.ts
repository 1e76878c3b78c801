import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The page without a server: one classic script, as a page that is a file may not load modules. */
export default defineConfig({
  base: './',
  plugins: [
    {
      name: 'plotly-by-script',
      enforce: 'pre',
      resolveId: (source, importer) =>
        source.endsWith('/library') && importer?.includes('/plot/')
          ? fileURLToPath(new URL('./src/site/library.ts', import.meta.url))
          : null,
    },
  ],
  build: {
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    cssCodeSplit: false,
    rollupOptions: {
      input: 'src/site/main.ts',
      output: {
        format: 'iife',
        entryFileNames: 'app.js',
        assetFileNames: asset =>
          asset.names.some(name => name.endsWith('.css')) ? 'app.css' : '[name][extname]',
      },
    },
  },
});
