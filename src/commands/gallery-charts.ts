// What the gallery shows of a form of chart that the decks on it do not use: invented rows that show each of its marks.

import { type ChartForm, type ChartRequest, chartRow } from '../model/chart.js';

const SIZE = { width: 760, height: 300 };
const PERCENT = { unit: 'percent of tasks solved', unitSuffix: '%', better: 'higher' } as const;
const NAMES = { subject: 'Curlew 2', predecessor: 'Curlew 1', human: 'People' };

const gains = [
	chartRow('Harbour Radio', 0, 'predecessor', 61, '61'),
	chartRow('Harbour Radio', 0, 'subject', 78, '78', { contested: true, detail: '+17' }),
	chartRow('Harbour Radio', 0, 'dissent', 72, '72', { contested: true, detail: 'Harbour Lab' }),
	chartRow('Nine Tongues', 1, 'predecessor', 52, '52'),
	chartRow('Nine Tongues', 1, 'subject', 55, '55', { detail: '+3' }),
];

const people = [
	chartRow('Round Table', 0, 'predecessor', 38, '38'),
	chartRow('Round Table', 0, 'subject', 65, '65'),
	chartRow('Round Table', 0, 'human', 72, 'about 72'),
	chartRow('Nine Tongues', 1, 'subject', 55, '55'),
	chartRow('Nine Tongues', 1, 'human', 90, '90'),
];

const models = [
	chartRow('Curlew 2', 0, 'subject', 78, '78'),
	chartRow('Nightjar 5', 1, 'competitor', 66, 'about 66', { estimated: true }),
	chartRow('Curlew 1', 2, 'predecessor', 61, '61'),
	chartRow('Curlew 2 Pocket', 3, 'missing', null, 'not reported'),
];

const sides = [
	chartRow('Harbour Radio', 0, 'subject', 78, '78', { contested: true, detail: 'Release notes' }),
	chartRow('Harbour Radio', 0, 'dissent', 72, '72', { contested: true, detail: 'Harbour Lab' }),
];

const events = [
	chartRow('Nightjar 5 released', 0, 'event', '2026-03-03', '3 Mar 2026'),
	chartRow('Curlew 2 released', 1, 'subject', '2026-04-14', '14 Apr 2026'),
	chartRow('Pocket opens', 2, 'event', '2026-05-01', 'May 2026', { low: '2026-05-01', high: '2026-05-31' }),
];

export const SAMPLE_CHARTS: Readonly<Record<ChartForm, ChartRequest>> = {
	gains: {
		...SIZE,
		...PERCENT,
		name: 'gains',
		form: 'gains',
		title: 'Gains',
		roleNames: NAMES,
		columnTitle: 'Points',
		rows: gains,
	},
	'human-baseline': {
		...SIZE,
		...PERCENT,
		name: 'human-baseline',
		form: 'human-baseline',
		title: 'Distance to people',
		roleNames: NAMES,
		rows: people,
	},
	comparison: { ...SIZE, ...PERCENT, name: 'comparison', form: 'comparison', title: 'Models', rows: models },
	bars: { ...SIZE, ...PERCENT, name: 'bars', form: 'bars', title: 'Models', rows: models },
	disagreement: {
		...SIZE,
		...PERCENT,
		name: 'disagreement',
		form: 'disagreement',
		title: 'Sources',
		rows: sides,
	},
	timeline: {
		...SIZE,
		name: 'timeline',
		form: 'timeline',
		title: 'Events',
		unit: '',
		unitSuffix: '',
		rows: events,
	},
};
