// Asks the system about other processes and ends those that we started.

import { spawn } from 'node:child_process';
import { kill, platform } from 'node:process';

/** True also for a process that belongs to somebody else. */
export function isAlive(processId: number): boolean {
	if (!Number.isInteger(processId) || processId <= 0) return false;
	try {
		kill(processId, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Ends a process that leads its own group (on Windows: any process), with its children, at once. */
export function killTree(processId: number): void {
	if (platform === 'win32') {
		spawn('taskkill', ['/pid', String(processId), '/T', '/F'], { stdio: 'ignore' }).unref();
		return;
	}
	try {
		kill(-processId, 'SIGKILL');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
