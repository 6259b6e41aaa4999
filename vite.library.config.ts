import { rmSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The command line and the library, each entry bundled with what it needs; heavy parts in chunks of their own, loaded on use. */
export default defineConfig({
  publicDir: false,
  // dist also holds the editor; only the parts of the build before, whose names carry digests, are to go
  plugins: [{ name: 'no-stale-parts', buildStart: () => rmSync('dist/parts', { recursive: true, force: true }) }],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    minify: 'oxc',
    rolldownOptions: {
      input: {
        cli: 'engine/cli/bin.ts',
        start: 'engine/cli/start.ts',
        index: 'engine/entry/main.ts',
        engine: 'engine/entry/engine.ts',
        explain: 'engine/entry/explain.ts',
        node: 'engine/entry/node.ts',
        testing: 'engine/entry/testing.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
        banner: (chunk: { name: string }) => (chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
})
