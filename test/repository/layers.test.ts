import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

const node = join(__dirname, '../../nodes/WebexCampaign');

/** The map in CONTRIBUTING: from what users see down to what knows of nothing else. */
const layers = [['resources'], ['output'], ['lane'], ['input'], ['api'], ['throttle', 'text'], ['result.ts']];
const levelOf = (folder: string) => layers.findIndex((names) => names.includes(folder));

const files = readdirSync(node, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const folderOf = (file: string) => file.split(sep)[0]!.replace(/^result$/, 'result.ts');

/** The folders that a file imports from, its own left out. */
function leansOn(file: string): string[] {
	const imports = readFileSync(join(node, file), 'utf8').matchAll(/from '(\.[^']+)'/g);
	return [...imports]
		.map(([, path = '']) => folderOf(relative(node, resolve(node, file, '..', path))))
		.filter((folder) => folder !== folderOf(file));
}

describe('the code keeps to the map in CONTRIBUTING', () => {
	const inFolders = files.filter((file) => file.includes(sep));

	it('has no folder that the map does not show', () => {
		expect(inFolders.filter((file) => levelOf(folderOf(file)) < 0)).toEqual([]);
	});

	it('lets each folder lean only on those below it', () => {
		const upwards = inFolders.flatMap((file) =>
			leansOn(file)
				.filter((folder) => levelOf(folder) <= levelOf(folderOf(file)))
				.map((folder) => `${file} -> ${folder}`),
		);
		expect(upwards).toEqual([]);
	});
});
