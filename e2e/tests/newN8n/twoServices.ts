import { spawnSimulator } from '../../../simulator/spawn';
import type { SimulatorOptions } from '../../../simulator/server';
import { runWithServices, startService } from '../../stage/service';

/** What a playground is, with a shell and its child in the place of n8n. Arguments: log file, options of the simulator */
runWithServices(async () => {
	const [logFile = '', options = ''] = process.argv.slice(2);
	const simulator = await spawnSimulator(JSON.parse(options) as SimulatorOptions);
	const shell = await startService({
		name: 'A shell',
		words: ['sh', '-c', 'sleep 601; exit'],
		logFile,
		isReady: async () => true,
		readyWithinSeconds: 60,
	});
	console.log(`Ready ${JSON.stringify(simulator)}`);
	await Promise.race([simulator.ended, shell.ended.then(() => Promise.reject(new Error('The shell has ended.')))]);
});
