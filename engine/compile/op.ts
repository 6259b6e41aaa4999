// What to do with the value of a key. Constants of a module, which bundlers put in place, so that the loops over keys switch on plain numbers.
export const bool = 0
export const number = 1
export const year = 2
export const date = 3
export const choice = 4
export const text = 5
export const list = 6
export const entity = 7
export const id = 8
export const acts = 9
export const giveUp = 10

export type Op =
  | typeof bool
  | typeof number
  | typeof year
  | typeof date
  | typeof choice
  | typeof text
  | typeof list
  | typeof entity
  | typeof id
  | typeof acts
  | typeof giveUp
