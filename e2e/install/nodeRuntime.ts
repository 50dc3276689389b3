import { dirname, join } from 'node:path';
import type { Release } from '../releases';
import { installOnce } from './installOnce';

const newest = '24.21.0';

/** A Node.js to run n8n with, and where its C headers are (absent: node-gyp knows). */
export interface NodeRuntime {
	program: string;
	headers?: string;
}

/** The machine's own Node.js where it is one of these majors, else Node 24 from npm. */
export async function nodeRuntimeFor({ nodeMajors }: Pick<Release, 'nodeMajors'>): Promise<NodeRuntime> {
	const own = Number(process.versions.node.split('.')[0]);
	const suits = own >= nodeMajors.from && own <= nodeMajors.to;
	return suits ? { program: process.execPath } : await installNewest();
}

async function installNewest(): Promise<NodeRuntime> {
	const packageName = `node-${process.platform}-${process.arch}`;
	const dependencies = { [packageName]: newest };
	const folder = await installOnce(`node-${newest}`, 'a quarter of a minute, 190 MB', { dependencies });
	const root = join(folder, 'node_modules', packageName);
	return { program: join(root, 'bin', 'node'), headers: root };
}

/** The environment in which npm and its children use this Node.js instead of the one on the path. */
export const environmentOf = ({ program, headers }: NodeRuntime): NodeJS.ProcessEnv => ({
	PATH: `${dirname(program)}:${process.env.PATH}`,
	...(headers && { npm_config_nodedir: headers }),
});
