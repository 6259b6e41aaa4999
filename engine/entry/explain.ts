/** `tiaoli/explain`: the reasons of a decision, as data and as words. */
export * from '../explain/index.ts'
