import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;

/** A mail server on loopback that takes every mail and keeps it. */
export async function startMailbox() {
	const mails: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		hideSTARTTLS: true,
		onData: (mail, _session, done) => {
			const keep = (words: string) => {
				mails.push(decode(words));
				done();
			};
			text(mail).then(keep, (thrown) => done(thrown));
		},
	});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const { port } = server.server.address() as AddressInfo;
	return {
		/** The fields of a credential that leads there. */
		fields: { user: '', password: '', host: '127.0.0.1', port, secure: false, disableStartTls: true },
		/** The newest mail, decoded; waits until there is one. */
		newest: async (): Promise<string> => {
			for (;;) {
				const mail = mails.pop();
				if (mail !== undefined) return mail;
				await sleep(100);
			}
		},
		stop: async () => await new Promise<void>((resolve) => server.close(resolve)),
	};
}

/** Undoes quoted-printable, in which mails break lines and write `=`. */
const decode = (mail: string) =>
	mail.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/** Where a mail of n8n's human review leads who approves, or who declines. */
export const reviewLink = (mail: string, approved: boolean): string =>
	new RegExp(`href="([^"]*approved=${approved}[^"]*)"`).exec(mail)?.[1]?.replaceAll('&amp;', '&') ?? '';

/** Follows a link in a mail. n8n takes a request without a browser's name for a robot that looks at such links. */
export const follow = async (link: string) =>
	await fetch(link, {
		headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' },
	});
