import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface PageFile {
	contentType: string;
	content: Buffer;
}

const folder = join(__dirname, 'page');
const contentTypes: Record<string, string> = {
	'.html': 'text/html;charset=UTF-8',
	'.css': 'text/css;charset=UTF-8',
	'.js': 'text/javascript;charset=UTF-8',
	'.svg': 'image/svg+xml',
};

/** The page's files by their path: `/` for the page itself, `/_simulator/page/…` for what it loads. */
export function pageFiles(): Map<string, PageFile> {
	return new Map(
		readdirSync(folder).map((name) => [
			name === 'index.html' ? '/' : `/_simulator/page/${name}`,
			{ contentType: contentTypes[extname(name)]!, content: readFileSync(join(folder, name)) },
		]),
	);
}
