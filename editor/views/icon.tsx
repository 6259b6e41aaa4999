import type { Severity } from '../../dsl/diagnostics/diagnostic.ts'
import type { Effect } from '../../engine/types.ts'
import type { TrialOutcome } from '../trial/case.ts'

export type IconName = 'check' | 'cross' | 'pause' | 'question' | 'dash' | 'warning' | 'info' | 'dot' | 'arrow' | 'open'

// 16 by 16, drawn with lines: they take the colour of the text and need no font.
const PATHS: Readonly<Record<IconName, string>> = {
  check: 'M3.5 8.5 6.7 11.7 12.5 5',
  cross: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  pause: 'M6 4v8M10 4v8',
  question: 'M5.8 6.2a2.3 2.3 0 1 1 3.3 2.1c-.8.4-1.1.8-1.1 1.6M8 12.2v.1',
  dash: 'M4 8h8',
  warning: 'M8 2.6 14 13.2H2ZM8 6.6v3.1M8 11.4v.1',
  info: 'M8 7.2v4M8 4.8v.1',
  dot: 'M8 7.9v.2',
  open: 'M6 3.5 10.5 8 6 12.5',
  arrow: 'M3.5 8h8.5M8.6 4.6 12 8l-3.4 3.4',
}

/** A small picture beside a word; it says nothing by itself, so it is hidden from screen readers. */
export function Icon({ name, ring = false }: { readonly name: IconName; readonly ring?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {ring && <circle cx="8" cy="8" r="7" />}
      <path d={PATHS[name]} />
    </svg>
  )
}

/** The mark of something that can be opened; it turns when it is open. */
export function Opener() {
  return (
    <span class="opener">
      <Icon name="open" />
    </span>
  )
}

export const OUTCOME_ICONS: Readonly<Record<TrialOutcome, IconName>> = {
  met: 'check',
  unmet: 'cross',
  suspended: 'pause',
  undetermined: 'question',
  'not-applicable': 'dash',
  rejected: 'warning',
  failed: 'warning',
}
export const EFFECT_ICONS: Readonly<Record<Effect, IconName>> = {
  pass: 'check',
  fail: 'cross',
  hold: 'pause',
  open: 'question',
  none: 'dot',
}
export const SEVERITY_ICONS: Readonly<Record<Severity, IconName>> = { error: 'cross', warning: 'warning', info: 'info' }
