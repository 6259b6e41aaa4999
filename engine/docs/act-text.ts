import type { Act, Combine } from '../../dsl/lower/program-procedure.ts'
import { conditionText, type Scope } from './condition.ts'
import type { Names } from './names.ts'
import { shareText } from './share.ts'
import { chosenText, dayText, deadlineText, durationText } from './times.ts'
import type { DocWords } from './words.ts'

/** What a line of a step is told with. */
export interface Telling {
  readonly names: Names
  readonly words: DocWords
  /** what a step is called: its number and name */
  readonly step: (id: string) => string
  /** the entities conditions are read from; strata always from the subject */
  readonly scope: Scope
  readonly subject: Scope
}

/** One demand of a step in full, without its guard and clause. */
export function actText(act: Act, how: Telling): string {
  const { names, words } = how
  const { acts } = words
  const list = (ids: readonly string[], name: (id: string) => string) => words.list(ids.map(name))
  switch (act.kind) {
    case 'window': {
      const [from, to] = [act.window.from, act.window.to].map((day) =>
        chosenText(day, (one) => dayText(one, words), names, words, 'all'),
      )
      return acts.window(from!, to!)
    }
    case 'due':
      return deadlineText(act.deadline, how.step, names, words, 'all')
    case 'actor':
    case 'attend': {
      const roles = act.roles.length > 0 ? rolesText(act.roles, act.combine, how) : undefined
      const persons = act.persons === undefined ? undefined : acts.persons(act.persons)
      const who = [roles, persons].filter((one) => one !== undefined).join(words.comma)
      return act.kind === 'actor' ? acts.actor(who) : acts.attend(who)
    }
    case 'uses':
      return acts.uses(list(act.papers, names.paper), act.naming)
    case 'produces':
      return acts.produces(list(act.papers, names.paper))
    case 'posting':
    case 'announcement':
      return acts.postedAt(acts[act.kind], list(act.places, names.place), lengthText(act, how, 'all'))
    case 'vote': {
      const base = act.base === undefined ? undefined : acts.bases[act.base]
      const threshold =
        act.threshold === undefined
          ? undefined
          : acts.threshold(act.threshold.strict, shareText(act.threshold.value, names, how.scope), base)
      const quorum = act.quorum === undefined ? undefined : acts.quorum(shareText(act.quorum, names, how.scope))
      return acts.voteBy(list(act.bodies, names.role), threshold, quorum)
    }
    case 'consent':
      return acts.consent(list(act.roles, names.role))
    case 'signatures': {
      const parties = act.parties.map((party) => {
        const who =
          party.combine.mode === 'all' ? acts.allOf(party.roles.map(names.role)) : rolesText(party.roles, party.combine, how)
        return party.proxy ? who + names.words.aside(acts.proxy) : who
      })
      return acts.signatures(act.stated ?? act.parties.length, parties.join(words.semicolon))
    }
    case 'consult': {
      const within =
        act.within === undefined ? undefined : chosenText(act.within, (one) => durationText(one, words), names, words, 'all')
      return acts.consult(list(act.roles, names.role), within)
    }
    case 'notify':
    case 'archive':
    case 'filing':
      return acts[act.kind](list(act.roles, names.role))
    case 'sample': {
      const share = act.share === undefined ? undefined : shareText(act.share, names, how.scope)
      const strata = act.strata.map((one) => {
        const name = names.lang === 'zh' ? one.zh : one.en.replaceAll('_', ' ')
        return name + names.words.aside(conditionText(one.condition, names, how.subject))
      })
      return acts.sample(share, strata.join(words.semicolon))
    }
    case 'registers':
      return acts.registered(acts.registers[act.act], act.label, list(act.places, names.place))
    case 'on_objection':
    case 'on_refusal':
    case 'on_fail': {
      const settled = act.roles.length === 0 ? '' : words.comma + acts.settledBy(words.either(act.roles.map(names.role)))
      const then =
        act.then.kind === 'goto' ? acts.goesTo(how.step(act.then.step)) : act.then.kind === 'drop' ? acts.drop : acts.unsaid
      return acts.branches[act.kind] + settled + words.colon + then
    }
    default: {
      const unreachable: never = act
      throw new RangeError(String(unreachable))
    }
  }
}

/** What stands of a line in the box of a diagram; nothing for lines the table alone tells. */
export function actShort(act: Act, how: Telling): string | undefined {
  const { names, words } = how
  const { acts } = words
  switch (act.kind) {
    case 'window': {
      const [from, to] = [act.window.from, act.window.to].map((day) =>
        chosenText(day, (one) => dayText(one, words), names, words, 'chosen'),
      )
      return acts.window(from!, to!)
    }
    case 'due':
      return deadlineText(act.deadline, how.step, names, words, 'chosen')
    case 'posting':
    case 'announcement':
      return acts.postedAt(acts[act.kind], words.list(act.places.map(names.place)), lengthText(act, how, 'chosen'))
    case 'vote': {
      if (act.threshold === undefined) return acts.vote
      const base = act.base === undefined ? undefined : acts.bases[act.base]
      return (
        acts.vote + words.comma + acts.threshold(act.threshold.strict, shareText(act.threshold.value, names, how.scope), base)
      )
    }
    case 'signatures':
      return acts.signed(act.stated ?? act.parties.length)
    case 'sample':
      return act.share === undefined ? acts.sampleShort : acts.sample(shareText(act.share, names, how.scope), '')
    case 'consent':
    case 'consult':
    case 'registers':
    case 'filing':
      return actText(act, how)
    case 'actor':
    case 'attend':
    case 'uses':
    case 'produces':
    case 'notify':
    case 'archive':
    case 'on_objection':
    case 'on_refusal':
    case 'on_fail':
      return undefined
    default: {
      const unreachable: never = act
      throw new RangeError(String(unreachable))
    }
  }
}

/** Roles of which all, any or some number act. */
export function rolesText(roles: readonly string[], combine: Combine, { names, words }: Telling): string {
  const called = roles.map(names.role)
  switch (combine.mode) {
    case 'all':
      return words.list(called)
    case 'any':
      return words.either(called)
    case 'at_least':
      return words.acts.atLeastRoles(combine.n, words.list(called))
    default: {
      const unreachable: never = combine
      throw new RangeError(String(unreachable))
    }
  }
}

function lengthText(
  act: Extract<Act, { kind: 'posting' | 'announcement' }>,
  { names, words }: Telling,
  telling: 'all' | 'chosen',
): string | undefined {
  if (act.length === undefined) return undefined
  const length = chosenText(act.length, (one) => durationText(one, words), names, words, telling)
  return act.exactly === true ? words.acts.exactly(length) : words.acts.notLess(length)
}
