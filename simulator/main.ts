import { parseArgs } from 'node:util';
import type { RecordSeed } from './profiles';
import { startSimulator, type SimulatorOptions } from './server';

const usage = `npm run simulator -- [--port 8080] [--seed 1] [--context /campaignapi] [--with-parent]
                     [--profiles sampleprofile=1000,other=5]
The first line it prints is JSON: addresses and keys. Its page is at "url".`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			seed: { type: 'string' },
			context: { type: 'string' },
			profiles: { type: 'string' },
			/** All options as JSON, in the words of SimulatorOptions. */
			options: { type: 'string' },
			/** End when standard input closes, as it does when the parent goes away. */
			'with-parent': { type: 'boolean' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) {
		console.log(usage);
		return;
	}
	const simulator = await startSimulator({
		...(JSON.parse(values.options ?? '{}') as SimulatorOptions),
		...(values.port && { port: Number(values.port) }),
		...(values.seed && { seed: Number(values.seed) }),
		...(values.context && { context: values.context }),
		...(values.profiles && { profiles: profileCounts(values.profiles) }),
	});
	const { url, endpoint, apiKey, deleteOnlyKey, ungrantedKey, elsewhere } = simulator;
	console.log(JSON.stringify({ url, endpoint, apiKey, deleteOnlyKey, ungrantedKey, elsewhere }));

	const stop = () => {
		process.stdin.destroy();
		void simulator.stop();
	};
	process.once('SIGTERM', stop).once('SIGINT', stop);
	if (values['with-parent']) process.stdin.once('close', stop).resume();
}

/** `sampleprofile=1000,other=5`: so many records each, their keys counted up from 9463180000. */
function profileCounts(text: string): RecordSeed[] {
	return text.split(',').map((part) => {
		const [profileName = '', count] = part.split('=');
		return { profileName, firstKey: '9463180000', count: Number(count ?? 100) };
	});
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
