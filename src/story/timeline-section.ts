// Events to a timeline: the last quarter is drawn, what came before and what has only a year is listed.

import type { TimelineSection } from '../model/story.js';
import { headlineRow, storyChart } from './chart-rows.js';
import { citeFinding, type Desk, type FindingOf } from './cite.js';

/** Events in order of date; those that began more than a quarter before the as-of date, or have a year alone, are listed apart, not drawn. */
export function timelineSection(desk: Desk): TimelineSection | null {
	const dated = desk
		.all('event')
		.flatMap((finding) =>
			finding.value.kind === 'date' ? [{ finding, from: finding.value.from, to: finding.value.to }] : [],
		)
		.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
	const horizon = quarterBefore(desk.evidence.brief.asOf);
	const rowOf = ({ finding }: (typeof dated)[number]) => ({
		date: citeFinding(finding, desk),
		label: eventName(finding),
		text: finding.topic.text ?? null,
	});
	const recent = dated.filter(({ from }) => !isYear(from) && from >= horizon);
	if (recent.length === 0) return null;
	const { asOf } = desk.evidence.brief;
	const rest = dated.filter((event) => !recent.includes(event));
	return {
		events: recent.map(rowOf),
		earlier: rest.filter(({ to }) => isBefore(to, asOf)).map(rowOf),
		undrawn: rest.filter(({ to }) => !isBefore(to, asOf)).map(rowOf),
		hasNote: rest.length > 0,
		hasPlanned: dated.some(({ finding, to }) => isAnnounced(finding) || to > asOf.slice(0, to.length)),
		chart: storyChart(
			{
				form: 'timeline',
				title: `${desk.evidence.subject.name}: dates`,
				unit: 'date',
				unitSuffix: '',
				rows: recent.map(({ finding }, order) =>
					headlineRow(
						finding,
						eventName(finding),
						order,
						finding.topic.category === 'competitor' ? 'competitor' : 'event',
						desk,
					),
				),
			},
			recent.map(({ finding }) => finding),
			desk,
			{ showsDissent: false },
		),
	};
}

/** What was only announced may never have happened. */
const isAnnounced = ({ headline }: FindingOf<'event'>) => headline?.announced === true;
const eventName = (finding: FindingOf<'event'>) =>
	isAnnounced(finding) ? `${finding.topic.label} (announced)` : finding.topic.label;

/** Over on that day, be it known as a day, a month or a year. */
const isBefore = (iso: string, day: string) => iso < day.slice(0, iso.length);

const isYear = (iso: string) => iso.length === 4;

function quarterBefore(iso: string): string {
	const date = new Date(`${iso}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() - 91);
	return date.toISOString().slice(0, 10);
}
