export { type Draw, drawFrom, drawn } from './draw.ts'
export { addFact, buildFacts, facts, type JsonObject, oneMoreFact, reorder, shuffled } from './facts.ts'
export { type BadFacts, buildBadFacts, invalidFacts } from './invalid-facts.ts'
export { buildProgram, program, TIMES } from './program.ts'
