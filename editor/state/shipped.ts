/** A file that comes with the page, named by its path below policies/. */
export interface ShippedFile {
  readonly file: string
  readonly text: string
}

const policies = import.meta.glob<string>(['../../policies/**/*.policy', '../../policies/**/*.policy.yaml'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const samples = import.meta.glob<string>('../../policies/**/samples.yaml', { query: '?raw', import: 'default', eager: true })

/** Instruments in the order of reading; others follow, and what all share comes last. */
const ORDER = ['henan-measure', 'henan-county']

/** The policies in the page's order: rules before articles within an instrument, what all share last. */
export const shippedFiles: readonly ShippedFile[] = named(policies).sort(
  (a, b) => place(a.file) - place(b.file) || (a.file < b.file ? -1 : 1),
)
/** Made-up subjects to try the policies on. */
export const shippedSamples: readonly ShippedFile[] = named(samples)

function named(files: Readonly<Record<string, string>>): ShippedFile[] {
  return Object.entries(files).map(([path, text]) => ({
    file: path.replace(/^.*\/policies\//, ''),
    text: text.replace(/\r\n?/g, '\n'),
  }))
}

function place(file: string): number {
  const folder = file.slice(0, file.indexOf('/'))
  const at = ORDER.indexOf(folder)
  return folder === 'vocabulary' ? ORDER.length + 1 : at < 0 ? ORDER.length : at
}
