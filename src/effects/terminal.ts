// stdout for data, stderr for people. Shows progress as one line that changes on a terminal, as plain lines elsewhere.

import type { Machine } from './machine.js';

export interface TerminalStream {
	readonly isTTY?: boolean;
	readonly columns?: number;
	write(text: string): unknown;
}

export interface Terminal {
	/** Whether text for people may be coloured. */
	readonly hasColor: boolean;
	/** Whether data may be coloured, which a program that reads it would not want. */
	readonly hasDataColor: boolean;
	/** Columns of the terminal that shows the data, at most 120; 100 where there is none. */
	readonly dataWidth: number;
	/** What the command was asked for, on stdout. */
	data(text: string): void;
	/** A line for people, on stderr; the progress line makes way for it. */
	line(text: string): void;
	/** What is being done now. `done` of `total` steps are behind us. */
	progress(done: number, total: number, task: string): void;
	/** Takes the progress line away. */
	clear(): void;
}

export interface TerminalOptions {
	readonly isQuiet?: boolean;
	readonly noColor?: boolean;
}

const DATA_WIDTH = 100;
const MOST_DATA_WIDTH = 120;
const CLEAR_LINE = '\r\u001b[2K';

/** Quiet drops progress only: diagnostics are lines, and always printed. */
export function openTerminal(
	stdout: TerminalStream,
	stderr: TerminalStream,
	machine: Pick<Machine, 'env'>,
	{ isQuiet = false, noColor = false }: TerminalOptions = {},
): Terminal {
	const { env } = machine;
	const mayColor = !noColor && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb';
	const isLive = stderr.isTTY === true && !isOn(env.CI) && env.TERM !== 'dumb';
	let shown = '';
	const clear = () => {
		if (isLive && shown !== '') stderr.write(CLEAR_LINE);
		shown = '';
	};
	return {
		// https://no-color.org: any value but the empty one counts.
		hasColor: isLive && !noColor && (env.NO_COLOR ?? '') === '',
		hasDataColor: stdout.isTTY === true && mayColor,
		dataWidth: Math.max(40, Math.min(stdout.columns ?? DATA_WIDTH, MOST_DATA_WIDTH)),
		data: (text) => void stdout.write(text.endsWith('\n') ? text : `${text}\n`),
		line(text) {
			const before = shown;
			clear();
			stderr.write(`${text}\n`);
			if (isLive && before !== '') {
				stderr.write(before);
				shown = before;
			}
		},
		progress(done, total, task) {
			if (isQuiet) return;
			const text = `[${done}/${total}] ${task}`;
			if (isLive) {
				clear();
				shown = cut(text, (stderr.columns ?? 80) - 1);
				stderr.write(shown);
			} else if (text !== shown) {
				shown = text;
				stderr.write(`${text}\n`);
			}
		},
		clear,
	};
}

// Some tools set CI=false to say that it is not one.
function isOn(value: string | undefined): boolean {
	return value !== undefined && !['', '0', 'false'].includes(value);
}

function cut(text: string, width: number): string {
	return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
}
