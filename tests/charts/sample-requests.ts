// Chart requests like those of the bundled brief: what the chart tests and the sample data in the specs are made from.

import type { ChartForm, ChartRequest, ChartRole, ChartRow } from '../../src/model/chart.js';

function row(
	item: string,
	order: number,
	role: ChartRole,
	value: ChartRow['value'],
	label: string,
	more: Partial<ChartRow> = {},
): ChartRow {
	return { item, order, role, value, label, contested: false, estimated: false, ...more };
}

const BOX = { width: 1136, height: 400 };
const NAMES = { predecessor: 'GPT-5.2-Codex', subject: 'GPT-5.3-Codex' };
const disputed = { contested: true };

export const SAMPLES: Readonly<Record<ChartForm, ChartRequest>> = {
	gains: {
		...BOX,
		name: 'gains',
		form: 'gains',
		title: 'The gains are in operating a computer and a terminal, not in writing code',
		unit: 'percent of tasks solved',
		unitSuffix: '%',
		better: 'higher',
		columnTitle: 'Gain, points',
		roleNames: NAMES,
		rows: [
			row('OSWorld-Verified', 0, 'predecessor', 38.2, '38.2'),
			row('OSWorld-Verified', 0, 'subject', 64.7, '64.7', { detail: '+26.5' }),
			row('OSWorld-Verified', 0, 'human', 72, 'about 72', { estimated: true }),
			row('Terminal-Bench 2.0', 1, 'predecessor', 64, '64.0'),
			row('Terminal-Bench 2.0', 1, 'subject', 77.3, '77.3', { ...disputed, detail: '+13.3' }),
			row('Terminal-Bench 2.0', 1, 'dissent', 75.1, '75.1', { ...disputed, detail: 'Latest AI' }),
			row('Cybersecurity CTF', 2, 'predecessor', 67.4, '67.4'),
			row('Cybersecurity CTF', 2, 'subject', 77.6, '77.6', { detail: '+10.2' }),
			row('SWE-Bench Pro', 3, 'predecessor', 56.4, '56.4'),
			row('SWE-Bench Pro', 3, 'subject', 56.8, '56.8', { detail: '+0.4' }),
		],
	},
	comparison: {
		...BOX,
		name: 'comparison',
		form: 'comparison',
		title: 'No named competitor reports a higher score on Terminal-Bench 2.0',
		unit: 'percent of tasks solved',
		unitSuffix: '%',
		better: 'higher',
		rows: [
			row('GPT-5.3-Codex', 0, 'subject', 77.3, '77.3', disputed),
			row('GPT-5.3-Codex', 0, 'dissent', 75.1, '75.1', { ...disputed, detail: 'Latest AI' }),
			row('Claude Opus 4.6', 1, 'competitor', 65.4, '65.4', { ...disputed, low: 65.4, high: 69.9 }),
			row('Claude Opus 4.6', 1, 'dissent', 70.1, 'about 70.1', {
				...disputed,
				detail: 'Research note',
				estimated: true,
			}),
			row('GPT-5.2-Codex', 2, 'predecessor', 64, '64.0'),
			row('GPT-5.2', 3, 'missing', null, 'not reported'),
			row('People', 4, 'human', 72, 'about 72', { estimated: true }),
		],
	},
	'human-baseline': {
		...BOX,
		name: 'human-baseline',
		form: 'human-baseline',
		title: 'On the desktop the model is still below people',
		unit: 'percent of tasks solved',
		unitSuffix: '%',
		better: 'higher',
		domain: [0, 100],
		roleNames: NAMES,
		rows: [
			row('OSWorld-Verified', 0, 'subject', 64.7, '64.7'),
			row('OSWorld-Verified', 0, 'predecessor', 38.2, '38.2'),
			row('OSWorld-Verified', 0, 'human', 72, 'people about 72', { estimated: true }),
			row('Cybersecurity CTF', 1, 'subject', 77.6, '77.6'),
			row('Cybersecurity CTF', 1, 'predecessor', 67.4, '67.4'),
			row('Cybersecurity CTF', 1, 'missing', null, 'people not reported'),
		],
	},
	disagreement: {
		...BOX,
		name: 'disagreement',
		form: 'disagreement',
		title: 'Six figures on which the sources disagree',
		unit: 'percent',
		unitSuffix: '%',
		rows: [
			row('Terminal-Bench 2.0, GPT-5.3-Codex', 0, 'subject', 77.3, '77.3', {
				...disputed,
				detail: 'Launch analysis',
			}),
			row('Terminal-Bench 2.0, GPT-5.3-Codex', 0, 'dissent', 75.1, '75.1', {
				...disputed,
				detail: 'Latest AI',
			}),
			row('Terminal-Bench 2.0, Claude Opus 4.6', 1, 'subject', 65.4, '65.4', {
				...disputed,
				detail: 'Launch analysis',
			}),
			row('Terminal-Bench 2.0, Claude Opus 4.6', 1, 'dissent', 69.9, '69.9', {
				...disputed,
				detail: 'Latest AI',
			}),
			row('Terminal-Bench 2.0, Claude Opus 4.6', 1, 'dissent', 70.1, 'about 70.1', {
				...disputed,
				detail: 'Research note',
				estimated: true,
			}),
			row('OSWorld-Verified, people', 2, 'subject', 72, 'about 72', {
				...disputed,
				detail: 'Launch analysis',
			}),
			row('OSWorld-Verified, people', 2, 'dissent', 72.4, '72.4', { ...disputed, detail: 'Benchmark paper' }),
			row('SWE-Bench Pro', 3, 'subject', 56.8, '56.8', { ...disputed, detail: 'Launch analysis' }),
			row('SWE-Bench Pro', 3, 'dissent', 57, '57', { ...disputed, detail: 'Latest AI, Tech Blog' }),
			row('Speed against predecessor', 4, 'subject', 25, '25', { ...disputed, detail: 'Launch analysis' }),
			row('Speed against predecessor', 4, 'dissent', 40, 'up to 40', {
				...disputed,
				detail: 'Magazine',
				estimated: true,
			}),
			row('Cybersecurity CTF', 5, 'subject', 77.6, '77.6', { ...disputed, detail: 'System card' }),
			row('Cybersecurity CTF', 5, 'dissent', null, '76–78', {
				...disputed,
				detail: 'Tech Blog',
				low: 76,
				high: 78,
			}),
		],
	},
	timeline: {
		...BOX,
		name: 'timeline',
		form: 'timeline',
		title: 'Eleven days from the release to the first independent comparison',
		unit: '',
		unitSuffix: '',
		rows: [
			row('First version of the preparedness framework', 0, 'event', '2023', '2023'),
			row('GPT-5.3-Codex released to paid plans', 1, 'subject', '2026-02-05', '5 Feb 2026'),
			row('Claude Opus 4.6 released within minutes', 2, 'event', '2026-02-05', '5 Feb 2026', {
				...disputed,
				detail: 'order disputed',
			}),
			row('Treated as High capability in cybersecurity', 3, 'event', '2026-02-05', '5 Feb 2026'),
			row('Trusted Access for Cyber announced', 4, 'event', '2026-02-05', '5 Feb 2026'),
			row('Research note compares both models', 5, 'event', '2026-02-09', '9 Feb 2026'),
			row('Faster variant previewed on other hardware', 6, 'event', '2026-02-12', '12–13 Feb 2026', {
				low: '2026-02-12',
				high: '2026-02-13',
			}),
			row('Price per token', 7, 'missing', null, 'not reported'),
			row('Magazine publishes its snapshot', 8, 'event', '2026-02-16', '16 Feb 2026'),
		],
	},
	bars: {
		...BOX,
		name: 'bars',
		form: 'bars',
		title: 'The model needs a quarter less time for a task',
		unit: 'seconds per task',
		unitSuffix: ' s',
		better: 'lower',
		rows: [
			row('GPT-5.3-Codex', 0, 'subject', 41.5, '41.5 s'),
			row('GPT-5.2-Codex', 1, 'predecessor', 55, '55 s'),
			row('Claude Opus 4.6', 2, 'competitor', 62, 'about 62 s', { estimated: true }),
			row('GPT-5.2', 3, 'missing', null, 'not reported'),
		],
	},
};

export const FORMS = Object.keys(SAMPLES) as ChartForm[];
export { row as chartRow };
