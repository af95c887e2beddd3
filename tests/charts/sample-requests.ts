// Chart requests like those of the bundled brief: what the chart tests and the sample data in the specs are made from.

import { type ChartForm, type ChartRequest, chartRow } from '../../src/model/chart.js';

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
			chartRow('OSWorld-Verified', 0, 'predecessor', 38.2, '38.2'),
			chartRow('OSWorld-Verified', 0, 'subject', 64.7, '64.7', { detail: '+26.5' }),
			chartRow('OSWorld-Verified', 0, 'human', 72, 'about 72', { estimated: true }),
			chartRow('Terminal-Bench 2.0', 1, 'predecessor', 64, '64.0'),
			chartRow('Terminal-Bench 2.0', 1, 'subject', 77.3, '77.3', { ...disputed, detail: '+13.3' }),
			chartRow('Terminal-Bench 2.0', 1, 'dissent', 75.1, '75.1', { ...disputed, detail: 'Latest AI' }),
			chartRow('Cybersecurity CTF', 2, 'predecessor', 67.4, '67.4'),
			chartRow('Cybersecurity CTF', 2, 'subject', 77.6, '77.6', { detail: '+10.2' }),
			chartRow('SWE-Bench Pro', 3, 'predecessor', 56.4, '56.4'),
			chartRow('SWE-Bench Pro', 3, 'subject', 56.8, '56.8', { detail: '+0.4' }),
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
			chartRow('GPT-5.3-Codex', 0, 'subject', 77.3, '77.3', disputed),
			chartRow('GPT-5.3-Codex', 0, 'dissent', 75.1, '75.1', { ...disputed, detail: 'Latest AI' }),
			chartRow('Claude Opus 4.6', 1, 'competitor', 65.4, '65.4', { ...disputed, low: 65.4, high: 69.9 }),
			chartRow('Claude Opus 4.6', 1, 'dissent', 70.1, 'about 70.1', {
				...disputed,
				detail: 'Research note',
				estimated: true,
			}),
			chartRow('GPT-5.2-Codex', 2, 'predecessor', 64, '64.0'),
			chartRow('GPT-5.2', 3, 'missing', null, 'not reported'),
			chartRow('People', 4, 'human', 72, 'about 72', { estimated: true }),
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
			chartRow('OSWorld-Verified', 0, 'subject', 64.7, '64.7'),
			chartRow('OSWorld-Verified', 0, 'predecessor', 38.2, '38.2'),
			chartRow('OSWorld-Verified', 0, 'human', 72, 'people about 72', { estimated: true }),
			chartRow('Cybersecurity CTF', 1, 'subject', 77.6, '77.6'),
			chartRow('Cybersecurity CTF', 1, 'predecessor', 67.4, '67.4'),
			chartRow('Cybersecurity CTF', 1, 'missing', null, 'people not reported'),
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
			chartRow('Terminal-Bench 2.0, GPT-5.3-Codex', 0, 'subject', 77.3, '77.3', {
				...disputed,
				detail: 'Launch analysis',
			}),
			chartRow('Terminal-Bench 2.0, GPT-5.3-Codex', 0, 'dissent', 75.1, '75.1', {
				...disputed,
				detail: 'Latest AI',
			}),
			chartRow('Terminal-Bench 2.0, Claude Opus 4.6', 1, 'subject', 65.4, '65.4', {
				...disputed,
				detail: 'Launch analysis',
			}),
			chartRow('Terminal-Bench 2.0, Claude Opus 4.6', 1, 'dissent', 69.9, '69.9', {
				...disputed,
				detail: 'Latest AI',
			}),
			chartRow('Terminal-Bench 2.0, Claude Opus 4.6', 1, 'dissent', 70.1, 'about 70.1', {
				...disputed,
				detail: 'Research note',
				estimated: true,
			}),
			chartRow('OSWorld-Verified, people', 2, 'subject', 72, 'about 72', {
				...disputed,
				detail: 'Launch analysis',
			}),
			chartRow('OSWorld-Verified, people', 2, 'dissent', 72.4, '72.4', {
				...disputed,
				detail: 'Benchmark paper',
			}),
			chartRow('SWE-Bench Pro', 3, 'subject', 56.8, '56.8', { ...disputed, detail: 'Launch analysis' }),
			chartRow('SWE-Bench Pro', 3, 'dissent', 57, '57', { ...disputed, detail: 'Latest AI, Tech Blog' }),
			chartRow('Speed against predecessor', 4, 'subject', 25, '25', {
				...disputed,
				detail: 'Launch analysis',
			}),
			chartRow('Speed against predecessor', 4, 'dissent', 40, 'up to 40', {
				...disputed,
				detail: 'Magazine',
				estimated: true,
			}),
			chartRow('Cybersecurity CTF', 5, 'subject', 77.6, '77.6', { ...disputed, detail: 'System card' }),
			chartRow('Cybersecurity CTF', 5, 'dissent', null, '76–78', {
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
			chartRow('First version of the preparedness framework', 0, 'event', '2023', '2023'),
			chartRow('GPT-5.3-Codex released to paid plans', 1, 'subject', '2026-02-05', '5 Feb 2026'),
			chartRow('Claude Opus 4.6 released within minutes', 2, 'event', '2026-02-05', '5 Feb 2026', {
				...disputed,
				detail: 'order disputed',
			}),
			chartRow('Treated as High capability in cybersecurity', 3, 'event', '2026-02-05', '5 Feb 2026'),
			chartRow('Trusted Access for Cyber announced', 4, 'event', '2026-02-05', '5 Feb 2026'),
			chartRow('Research note compares both models', 5, 'event', '2026-02-09', '9 Feb 2026'),
			chartRow('Faster variant previewed on other hardware', 6, 'event', '2026-02-12', '12–13 Feb 2026', {
				low: '2026-02-12',
				high: '2026-02-13',
			}),
			chartRow('Price per token', 7, 'missing', null, 'not reported'),
			chartRow('Magazine publishes its snapshot', 8, 'event', '2026-02-16', '16 Feb 2026'),
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
			chartRow('GPT-5.3-Codex', 0, 'subject', 41.5, '41.5 s'),
			chartRow('GPT-5.2-Codex', 1, 'predecessor', 55, '55 s'),
			chartRow('Claude Opus 4.6', 2, 'competitor', 62, 'about 62 s', { estimated: true }),
			chartRow('GPT-5.2', 3, 'missing', null, 'not reported'),
		],
	},
};

export const FORMS = Object.keys(SAMPLES) as ChartForm[];
