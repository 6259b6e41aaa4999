import { PROCEDURE_SUITE_SCHEMA } from './case/suite-schema.ts'

const TRUTH = { enum: ['true', 'false', 'unknown', true, false] }
const TEXT = { type: 'string', minLength: 1 }
const TIMES = {
  type: 'object',
  properties: {
    as_of: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    year: { type: 'integer' },
    income_period: {
      type: 'object',
      properties: { from: TEXT, to: TEXT },
      required: ['from', 'to'],
      additionalProperties: false,
    },
  },
  required: ['as_of', 'year'],
  additionalProperties: false,
}
const SETS = { type: 'array', items: { type: 'array', items: TEXT } }

/** The shape of a suite that tests a standard. */
export const STANDARD_SUITE_SCHEMA = {
  type: 'object',
  properties: {
    policy: TEXT,
    standard: TEXT,
    times: TIMES,
    readings: { type: 'object', additionalProperties: TEXT },
    note: TEXT,
    cases: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          name: TEXT,
          note: TEXT,
          like: TEXT,
          facts: { type: 'object' },
          change: { type: 'object' },
          times: TIMES,
          readings: { type: 'object', additionalProperties: TEXT },
          sweep: { const: 'missing' },
          expect: {
            type: 'object',
            minProperties: 1,
            properties: {
              outcome: { enum: ['not-applicable', 'unmet', 'suspended', 'met', 'undetermined'] },
              items: {
                type: 'object',
                minProperties: 1,
                additionalProperties: {
                  anyOf: [
                    TRUTH,
                    {
                      type: 'object',
                      minProperties: 1,
                      properties: {
                        value: TRUTH,
                        effect: { enum: ['pass', 'fail', 'hold', 'open', 'none'] },
                        applied: TRUTH,
                        exception: { type: 'boolean' },
                      },
                      additionalProperties: false,
                    },
                  ],
                },
              },
              missing: {
                type: 'object',
                minProperties: 1,
                properties: { met: SETS, unmet: SETS, blocked: { type: 'array', items: TEXT } },
                additionalProperties: false,
              },
              rejected: { type: 'array', minItems: 1, items: TEXT },
              except: { type: 'array', items: TEXT },
            },
            additionalProperties: false,
          },
        },
        required: ['name'],
        additionalProperties: false,
      },
    },
  },
  required: ['policy', 'standard', 'cases'],
  additionalProperties: false,
} as const

/** JSON Schema (2020-12) of a suite file, of a standard or of a procedure; what it means is in the manual, “policy tests” and “case files”. */
export const SUITE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Tiaoli policy tests',
  if: { type: 'object', required: ['procedure'] },
  then: PROCEDURE_SUITE_SCHEMA,
  else: STANDARD_SUITE_SCHEMA,
} as const
