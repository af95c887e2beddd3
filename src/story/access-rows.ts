// Who can get the model by which route, open routes first.

import type { AccessRoute } from '../model/evidence.js';
import type { AccessGroup, AccessRow, Story } from '../model/story.js';
import { citeRow, counted, type Desk } from './cite.js';

const STATUS_TEXT: Record<AccessRoute['status'], string> = {
	available: 'Available',
	preview: 'Preview',
	beta: 'Beta',
	gated: 'Gated',
	delayed: 'Not yet',
};

const STATUS_ORDER: readonly AccessRoute['status'][] = ['available', 'preview', 'beta', 'gated', 'delayed'];

/** Open routes first, closed ones last; those of one status by whom they serve. */
export function accessRows(desk: Desk): readonly AccessRow[] | null {
	const findings = desk.all('access');
	const audiences = findings.map(({ topic }) => topic.audience);
	const sorted = [...findings].sort(
		({ topic: a }, { topic: b }) =>
			STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status) ||
			audiences.indexOf(a.audience) - audiences.indexOf(b.audience),
	);
	const rows = sorted.map((finding, index) => {
		const { status, audience } = finding.topic;
		const before = sorted[index - 1]?.topic;
		return {
			...citeRow(finding, desk),
			status: STATUS_TEXT[status],
			isOpen: status === 'available',
			audience,
			startsStatus: before?.status !== status,
			startsAudience: before?.status !== status || before.audience !== audience,
		};
	});
	return rows.length === 0 ? null : rows;
}

export function accessSides(rows: readonly AccessRow[] | null): Story['accessSides'] {
	if (rows === null) return null;
	const open = rows.filter(({ isOpen }) => isOpen);
	const gated = rows.filter(({ isOpen }) => !isOpen);
	return {
		open: { count: counted(open.length), groups: accessGroups(open, ({ audience }) => audience) },
		gated: { count: counted(gated.length), groups: accessGroups(gated, ({ status }) => status) },
	};
}

/** In the order of the rows. */
function accessGroups(
	rows: readonly AccessRow[],
	nameOf: (row: AccessRow) => string,
): readonly AccessGroup[] {
	return [...new Set(rows.map(nameOf))].map((name) => {
		const mine = rows.filter((row) => nameOf(row) === name);
		return {
			name,
			routes: {
				kind: 'cited',
				text: mine.map(({ label }) => label).join(', '),
				claims: mine.flatMap(({ text }) => text.claims),
				contested: mine.some(({ text }) => text.contested),
				independent: Math.min(...mine.map(({ text }) => text.independent ?? 0)),
				range: null,
				about: name,
			},
			audiences: [...new Set(mine.map(({ audience }) => audience))].join(', '),
		};
	});
}
