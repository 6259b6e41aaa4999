/** Freezes a plain tree through and through and gives it back. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const key in value) {
      const inner = value[key]
      if (typeof inner === 'object') deepFreeze(inner)
    }
  }
  return value
}
