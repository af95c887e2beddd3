// Opens an address in the user's browser. Fails quietly: the address is on the terminal too.

import { spawn } from 'node:child_process';
import type { Machine } from './machine.js';

/** `address` is one that we made: it holds nothing that a shell could take for a command. */
export function openAddress(address: string, { platform }: Pick<Machine, 'platform'>): void {
	const [command, args] =
		platform === 'darwin'
			? ['open', [address]]
			: platform === 'win32'
				? ['explorer.exe', [address]]
				: ['xdg-open', [address]];
	const child = spawn(command as string, args as string[], { stdio: 'ignore', detached: true });
	child.on('error', () => child.unref());
	child.unref();
}
