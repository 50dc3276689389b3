import { parseArgs } from 'node:util';
import { startSimulator, type SimulatorOptions } from './server';

const usage = `npm run simulator -- [--port 8080] [--options '{"seed":1,"profiles":[{"profileName":"loyalty","firstKey":"LC-01","count":9}]}']
The first line it prints is JSON: addresses and keys. Its page is at "url".
--options  seed, context, profiles and settings, in the words of SimulatorOptions and Settings`;

/** Started by a parent (spawn.ts), it tells it where it is, and ends as soon as the parent is gone. */
const tell = (words: object) => (process.send ? process.send(words) : console.log(JSON.stringify(words)));

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			options: { type: 'string', default: '{}' },
			help: { type: 'boolean' },
		},
	});
	if (values.help) return console.log(usage);
	const simulator = await startSimulator({
		...(values.port && { port: Number(values.port) }),
		...(JSON.parse(values.options) as SimulatorOptions),
	});
	const { url, endpoint, apiKey, deleteOnlyKey, ungrantedKey, elsewhere } = simulator;
	tell({ url, endpoint, apiKey, deleteOnlyKey, ungrantedKey, elsewhere });

	const stop = async () => {
		await simulator.stop();
		if (process.connected) process.disconnect();
	};
	for (const end of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(end, () => void stop());
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
