import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Mailbox {
	port: number;
	/** The newest mail, decoded; waits until there is one. */
	newest: () => Promise<string>;
	stop: () => Promise<void>;
}

/** A mail server on loopback that takes every mail and keeps it. */
export async function startMailbox(): Promise<Mailbox> {
	const mails: string[] = [];
	const server = createServer((socket) => receive(socket, mails));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		newest: async () => {
			for (;;) {
				const mail = mails.pop();
				if (mail !== undefined) return decode(mail);
				await sleep(100);
			}
		},
		stop: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

/** As much of SMTP as one polite client needs. */
function receive(socket: Socket, mails: string[]): void {
	const say = (line: string) => socket.write(`${line}\r\n`);
	let mail: string[] | null = null;
	say('220 mailbox');
	socket.on('error', () => socket.destroy());
	createInterface({ input: socket }).on('line', (line) => {
		if (mail && line === '.') {
			mails.push(mail.join('\n'));
			mail = null;
			say('250 kept');
		} else if (mail) {
			mail.push(line.replace(/^\./, ''));
		} else if (line === 'DATA') {
			mail = [];
			say('354 go on');
		} else if (line === 'QUIT') {
			say('221 bye');
			socket.end();
		} else {
			say('250 yes');
		}
	});
}

/** Undoes quoted-printable, in which mails break lines and write `=`. */
const decode = (mail: string) =>
	mail.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16)));
