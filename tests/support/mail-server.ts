import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export interface MailServer {
	readonly url: string;
	readonly received: ParsedMail[];
	/** What the server answers to the next recipients: an SMTP code, or nothing for all is well. */
	refuse: (code: number | null) => void;
	/** Whether it keeps silent after the greeting. */
	hang: (isSilent: boolean) => void;
}

/** A real SMTP server in this process; it ends with the test. */
export async function startMailServer(): Promise<MailServer> {
	const received: ParsedMail[] = [];
	let code: number | null = null;
	let isSilent = false;
	const server = new SMTPServer({
		disabledCommands: ['AUTH', 'STARTTLS'],
		closeTimeout: 100,
		onRcptTo: (_address, _session, done) => {
			if (isSilent) return;
			if (code === null) {
				done();
				return;
			}
			done(Object.assign(new Error('not now'), { responseCode: code }));
		},
		onData: (stream, _session, done) => {
			simpleParser(stream).then((mail) => {
				received.push(mail);
				done();
			}, done);
		}
	});
	server.on('error', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(
		() =>
			new Promise<void>((resolve) => {
				server.close(resolve);
			})
	);
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${String(port)}`,
		received,
		refuse: (next) => {
			code = next;
		},
		hang: (next) => {
			isSilent = next;
		}
	};
}
