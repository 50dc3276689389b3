import { setTimeout as pause } from 'node:timers/promises';

/** Waits for what must come about sooner or later; if it never does, the test's own time runs out. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
	while (!(await condition())) await pause(2);
}
