import { statSync } from 'node:fs';
import { join } from 'node:path';
import glob from 'fast-glob';

/**
 * Before all tests that run the built node.
 *
 * @throws Error if a source file was changed after it was built, or never built
 */
export default function checkBuild({ rootDir }: { rootDir: string }): void {
	const changedAt = (file: string) => statSync(join(rootDir, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
	const sources = glob.sync('{nodes,credentials}/**/*.ts', { cwd: rootDir });
	const built = (source: string) => `dist/${source.replace(/ts$/, 'js')}`;
	if (sources.some((source) => changedAt(source) > changedAt(built(source)))) {
		throw new Error('dist is older than nodes/: npm run build');
	}
}
