export {
  type Generated,
  type GeneratedSubject,
  type GenerateOptions,
  generate,
  generateEach,
  MOST_SUBJECTS,
  Unsatisfiable,
} from './generate.ts'
export { speller } from './spell.ts'
export { timesLike } from './times.ts'
export { MARK } from './vocabulary.ts'
export { type GeneratedFormat, generatedText } from './write.ts'
