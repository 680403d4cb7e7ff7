import type { TryonPhase } from './phase.js';
import type { TryonRoom } from './room.js';

/** What `:state()` can ask of a tag besides the names of its phase and room. */
export interface StateFlags {
  readonly 'has-photo': boolean;
  readonly 'has-result': boolean;
  readonly offline: boolean;
}

/** The names of the states that hold. */
export function stateNames(phase: TryonPhase, room: TryonRoom | null, flags: StateFlags): readonly string[] {
  const set = Object.entries(flags).flatMap(([name, holds]) => (holds ? [name] : []));
  return [phase, ...(room ? [room] : []), ...set];
}

/** Brings the set in line. Chromium below 125 takes no names like these: there is no `:state()` there. */
export function setStates(states: Set<string>, names: readonly string[]): void {
  try {
    for (const name of [...states]) if (!names.includes(name)) states.delete(name);
    for (const name of names) states.add(name);
  } catch {
    return;
  }
}
