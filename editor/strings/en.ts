import type { PageWords } from './words.ts'

export const en: PageWords = {
  files: {
    label: 'Files',
    kinds: { policy: 'rules', source: 'articles' },
    shared: 'Shared',
    edited: 'changed',
  },
  tools: { format: 'Format', reset: 'Restore original', download: 'Download file' },
  notice: {
    restored: (files) => `Your earlier changes are back: ${files.join(', ')}.`,
    newer: (files) => `The original of ${files.join(', ')} is newer than your changes; your changes are shown.`,
    showOriginal: 'Back to the original',
    formatted: 'Formatted.',
    alreadyFormatted: 'Already tidy; nothing changed.',
    notFormatted: 'Rules with errors cannot be formatted; mend the problems first.',
    wasReset: 'Back to the original.',
    undo: 'Undo',
    close: 'Close this notice',
    kept: 'Kept in this browser; there is no need to save by hand.',
    fault: 'The checker failed and has no result. Your text is kept; if a reload does not help, download the file.',
    notSaved: 'The browser does not let this page save anything; closing it loses your changes. Use “Download file”.',
    fixed: (title) => `Done: ${title}.`,
  },
  problems: {
    checking: 'Checking…',
    none: 'No problems found.',
    count: (errors, warnings, infos) =>
      [errors && plural(errors, 'error'), warnings && plural(warnings, 'warning'), infos && plural(infos, 'hint')]
        .filter(Boolean)
        .join(', '),
    severity: { error: 'Error', warning: 'Warning', info: 'Hint' },
    line: (line) => `line ${line}`,
    more: (count) => `${count} more are not listed; mend these first.`,
  },
  cases: {
    simulated: 'Made-up data',
    simulatedNote: 'Names, villages and figures are invented; they only show how the rules decide.',
    none: 'There are no cases for this file.',
    stale: 'old result',
    staleNote: 'The rules have errors; these are the results from before. They are decided again once the errors are mended.',
    outcome: {
      met: 'met',
      unmet: 'not met',
      suspended: 'suspended',
      undetermined: 'undetermined',
      'not-applicable': 'not applicable',
      rejected: 'facts refused',
      failed: 'cannot be decided',
    },
    was: (outcome) => `original: ${outcome}`,
    changed: (count) => `${plural(count, 'case')} differ from the original.`,
    unchanged: 'Same results as the original.',
    group: (cases, changed) => (changed > 0 ? `${plural(cases, 'case')}, ${changed} changed` : plural(cases, 'case')),
    asOf: (date) => `as of ${date}`,
    background: 'Times, who it applies to, readings chosen',
    toRule: 'Rule',
    toRuleOf: (name) => `Go to the rule: ${name}`,
    turned: (name, from, to) => `${name}: from ${from} to ${to}`,
  },
  hover: {
    type: 'Type',
    range: 'Range',
    cites: 'Per',
    note: 'Note',
    roles: 'Judged by',
    values: 'Values',
    says: 'Says',
  },
  labelled: (label, text) => `${label}: ${text}`,
  stop: '; ',
  list: (items) => items.join(', '),
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`
}
