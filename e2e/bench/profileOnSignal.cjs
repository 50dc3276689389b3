// Loaded into n8n before anything else: SIGUSR2 begins a CPU profile, the next one writes it.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');

// n8n starts programs of its own with the same options: only the one that is asked for takes part.
if (process.argv.includes('start')) {
	const session = new Session();
	session.connect();
	let profiling = false;
	process.on('SIGUSR2', () => {
		if (!profiling) {
			session.post('Profiler.enable');
			session.post('Profiler.setSamplingInterval', { interval: 500 });
			session.post('Profiler.start');
		} else {
			session.post('Profiler.stop', (_fault, { profile }) =>
				writeFileSync(process.env.WEBEX_PROFILE_FILE, JSON.stringify(profile)),
			);
		}
		profiling = !profiling;
	});
}
