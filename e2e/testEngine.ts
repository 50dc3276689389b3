import { basename } from 'node:path';
import { nodeRuntimeFor } from './install/nodeRuntime';
import { jestRun } from './jestRun';

/** Runs the package's engine tests with the n8n-core and n8n-workflow in this folder's node_modules. */
export async function testEngine(folder: string, filters: string[] = []) {
	// Some releases bring ES modules, which jest loads with this switch, from Node.js 24.9 on.
	const environment = { WEBEX_E2E_RELEASE_FOLDER: folder, NODE_OPTIONS: '--experimental-vm-modules' };
	const { program } = await nodeRuntimeFor({ nodeMajors: { from: 24, to: 24 } });
	const title = `Engine tests in ${basename(folder)}`;
	return await jestRun('jest.engine.cjs', filters, { environment, program, title });
}
