const TEXT = { type: 'string', minLength: 1 }
const TEXTS = { type: 'array', items: TEXT }
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const PERIOD = {
  type: 'object',
  properties: { from: DAY, to: DAY },
  required: ['from', 'to'],
  additionalProperties: false,
}
const SUBJECT_STATE = { enum: ['conformant', 'in-progress', 'breached', 'dropped', 'not-applicable'] }
const STEP_STATE = { enum: ['done', 'due', 'overdue', 'breached', 'not-yet', 'not-needed', 'unclear'] }
const LAWFUL = { enum: [true, false, 'true', 'false', 'unknown'] }
const STEPS = {
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    anyOf: [
      STEP_STATE,
      {
        type: 'object',
        minProperties: 1,
        properties: {
          state: STEP_STATE,
          on: DAY,
          completed: DAY,
          from: DAY,
          to: DAY,
          running: { const: true },
          held: { enum: ['failed', 'objection'] },
          needs: TEXTS,
          waits_for: TEXTS,
        },
        additionalProperties: false,
      },
    ],
  },
}

/** The shape of a suite that tests a procedure: cases, each a list with its events, looked at on a day. */
export const PROCEDURE_SUITE_SCHEMA = {
  type: 'object',
  properties: {
    policy: TEXT,
    procedure: TEXT,
    on: DAY,
    income_period: PERIOD,
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
          case: { type: 'object' },
          change: { type: 'object', minProperties: 1 },
          on: DAY,
          income_period: PERIOD,
          readings: { type: 'object', additionalProperties: TEXT },
          expect: {
            type: 'object',
            minProperties: 1,
            properties: {
              state: { enum: ['conformant', 'in-progress', 'breached'] },
              subjects: {
                type: 'object',
                minProperties: 1,
                additionalProperties: {
                  anyOf: [
                    SUBJECT_STATE,
                    {
                      type: 'object',
                      minProperties: 1,
                      properties: {
                        state: SUBJECT_STATE,
                        steps: STEPS,
                        findings: TEXTS,
                        returns: { type: 'integer', minimum: 0 },
                      },
                      additionalProperties: false,
                    },
                  ],
                },
              },
              steps: STEPS,
              findings: TEXTS,
              next: {
                type: 'array',
                items: {
                  anyOf: [
                    TEXT,
                    {
                      type: 'object',
                      properties: {
                        step: TEXT,
                        state: { enum: ['due', 'overdue'] },
                        subjects: TEXTS,
                        roles: TEXTS,
                        from: DAY,
                        to: DAY,
                      },
                      required: ['step'],
                      additionalProperties: false,
                    },
                  ],
                },
              },
              lawful: { type: 'object', minProperties: 1, additionalProperties: LAWFUL },
              rejected: { type: 'array', minItems: 1, items: TEXT },
            },
            additionalProperties: false,
          },
        },
        required: ['name'],
        additionalProperties: false,
      },
    },
  },
  required: ['policy', 'procedure', 'cases'],
  additionalProperties: false,
} as const
