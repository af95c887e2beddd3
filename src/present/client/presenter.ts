// The presenter view: marp-cli's (current and next slide, notes), with the sources of the slide on view under it, and our
// bar instead of its own.

import type { Deck } from './deck.js';
import { element } from './element.js';
import { PATCHED, readSources } from './sources.js';
import { timeBar } from './time-bar.js';

export function extendPresenter(deck: Deck): void {
	const container = document.querySelector('.bespoke-marp-presenter-container');
	if (container === null) return;
	nameNoteParts();
	container.append(sourcesPanel(deck), timeBar(deck));
	document.addEventListener(PATCHED, nameNoteParts);
}

/** `Say — …`: the part's name over its text. */
function nameNoteParts(): void {
	for (const paragraph of document.querySelectorAll('.bespoke-marp-note p')) {
		const [all, part, text] =
			/^(Say|Caveat|Expect|Answer|Data) — (.*)$/s.exec(paragraph.textContent ?? '') ?? [];
		if (all === undefined || paragraph.childElementCount > 0) continue;
		paragraph.classList.toggle('mb-looked-up', part === 'Data');
		paragraph.replaceChildren(element('b', { class: 'mb-part', text: part }), text ?? '');
	}
}

function sourcesPanel(deck: Deck): HTMLElement {
	const heading = element('h2');
	const list = element('ul');
	const panel = element(
		'section',
		{ class: 'mb-under', attributes: { 'aria-label': 'Sources of this slide', tabindex: '0' } },
		heading,
		list,
	);
	const fill = () => {
		const { slides, topics, documents } = readSources();
		const shown = (slides[deck.index()]?.topics ?? []).flatMap((id) => topics[id] ?? []);
		const ordered = [
			...shown.filter((topic) => topic.contested),
			...shown.filter((topic) => !topic.contested),
		];
		const used = new Set(
			shown.flatMap(({ claims, dissent = [] }) => [...claims, ...dissent].map((claim) => claim.document)),
		);
		const names = [...used].flatMap((id) => documents[id] ?? []).map(({ short }) => short);
		heading.textContent = shown.length === 0 ? 'No sources on this slide' : `Sources: ${names.join(', ')}`;
		list.replaceChildren(
			...ordered.map((topic) =>
				element(
					'li',
					{ class: topic.contested === true ? 'mb-contested' : '' },
					element('b', { text: topic.value ?? '' }),
					element('span', {
						class: 'mb-under-name',
						text: topic.value === undefined ? (topic.text ?? topic.name) : topic.name,
					}),
					element('span', {
						class: 'mb-under-support',
						text:
							topic.contested === true
								? `contested${topic.range === undefined ? '' : `: ${topic.range}`}`
								: topic.support,
					}),
				),
			),
		);
		panel.scrollTop = 0;
	};
	deck.onMove(fill);
	document.addEventListener(PATCHED, fill);
	return panel;
}
