import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Versions = Record<string, string>;

/** Makes `folder` a private package with these dependencies, whose install scripts do not run. */
export function writePackage(folder: string, dependencies: Versions, overrides: Versions = {}): void {
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, overrides }));
	writeFileSync(join(folder, '.npmrc'), 'ignore-scripts=true\nfund=false\naudit=false\nloglevel=error\n');
}
