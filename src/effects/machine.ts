// What the effects need to know of the machine and the user, taken once from `process` by cli.ts and passed on.

export interface Machine {
	readonly platform: string;
	readonly arch: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly home: string;
	readonly workingDirectory: string;
	readonly hostname: string;
	readonly processId: number;
	/** 0 is root, for whom Chromium has no sandbox; absent on Windows. */
	readonly userId?: number;
}

export interface MachineSource {
	readonly platform: string;
	readonly arch: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly pid: number;
	cwd(): string;
	getuid?(): number;
}

/** `system` is node:os, which knows the home folder where HOME is not set. */
export function machineOf(
	process: MachineSource,
	system: { homedir(): string; hostname(): string },
): Machine {
	return {
		platform: process.platform,
		arch: process.arch,
		env: process.env,
		home: system.homedir(),
		workingDirectory: process.cwd(),
		hostname: system.hostname(),
		processId: process.pid,
		...(process.getuid === undefined ? {} : { userId: process.getuid() }),
	};
}
