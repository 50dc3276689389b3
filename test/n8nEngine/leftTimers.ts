/** n8n's `sleep` can't be stopped: what is left of one after a file's last test must not keep jest's worker from ending. */
const timers = new Set<NodeJS.Timeout>();
const start = globalThis.setTimeout;

globalThis.setTimeout = Object.assign((...when: Parameters<typeof start>) => {
	const timer = start(...when);
	timers.add(timer);
	return timer;
}, start);

afterAll(() => timers.forEach((timer) => timer.unref()));
