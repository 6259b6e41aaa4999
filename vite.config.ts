import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'editor',
  base: './',
  worker: { format: 'es' },
  build: {
    outDir: '../dist/editor',
    emptyOutDir: true,
    target: 'es2022',
    // Monaco is 3.5 MB whatever we do; a budget test watches the gzip size instead.
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      output: {
        // Monaco in a file of its own, so that a change of ours leaves it in the browser's cache. Its word tables (nls/lang)
        // stay apart: they must be evaluated first.
        codeSplitting: {
          groups: [
            // Vite's loader of dynamic imports would else land in the Monaco file, and the shell would wait for that.
            { name: 'load', test: /vite[\\/]preload-helper/, priority: 2 },
            { name: 'monaco', test: /node_modules[\\/]monaco-editor[\\/]esm[\\/]vs[\\/](?!nls[\\/])/, priority: 1 },
            // What the instruments say changes on its own.
            { name: 'policies', test: /[\\/]policies[\\/].*\.(policy|yaml)\b/, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    exclude: ['node_modules', 'dist', 'test/bench/**'],
    testTimeout: 60_000,
  },
})
