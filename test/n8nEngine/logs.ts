import 'reflect-metadata';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LoggerProxy, type Logger } from 'n8n-workflow';
import { packageFolder } from './nodeTypes';

export interface LogLine {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	/** What was logged beside the message. */
	metadata: unknown;
}

const lines: LogLine[] = [];

const write =
	(level: LogLine['level']) =>
	(message: string, metadata?: unknown): void => {
		lines.push({ level, message, metadata });
	};

const recorder = {
	error: write('error'),
	warn: write('warn'),
	info: write('info'),
	debug: write('debug'),
	scoped: () => recorder,
} as Logger & { scoped(): unknown };

/** n8n logs through a service that its own packages share: theirs are taken, wherever npm has put them. */
const ofEngine = createRequire(createRequire(join(packageFolder, 'index.js')).resolve('n8n-core'));
const { Container } = ofEngine('@n8n/di') as { Container: { set(type: unknown, service: unknown): void } };
const { Logger: LoggerService } = ofEngine('@n8n/backend-common') as { Logger: unknown };
Container.set(LoggerService, recorder);
LoggerProxy.init(recorder);

/** Everything that was logged since the last call, by the node and by n8n, at every level. */
export const takeLogLines = (): LogLine[] => lines.splice(0);
