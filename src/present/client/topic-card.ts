// One figure in the source drawer: its value, who says so and where, who says otherwise, and what was decided.

import type { DeckSources, DrawerClaim, DrawerDocument, DrawerTopic } from '../../model/slide-sources.js';
import { element, outwardLink } from './element.js';

/** `isOpen` shows the claims at once. */
export function topicCard(
	topic: DrawerTopic,
	id: number,
	sources: DeckSources,
	isOpen: boolean,
): HTMLElement {
	const panel = element(
		'div',
		{ class: 'mb-panel', attributes: { id: `mb-topic-${id}` } },
		topic.text !== undefined &&
			topic.value !== undefined &&
			element('p', { class: 'mb-about', text: topic.text }),
		topic.contested === true &&
			topic.range !== undefined &&
			element('p', { class: 'mb-range', text: `Sources say ${topic.range}.` }),
		claimList('Who says so', topic.claims, sources),
		topic.dissent !== undefined && claimList('Who differs, and why', topic.dissent, sources, 'mb-dissent'),
		topic.why !== undefined &&
			element('p', { class: 'mb-why' }, element('b', { text: 'Why this value ' }), topic.why),
		topic.ruling !== undefined &&
			element('p', { class: 'mb-ruling' }, element('b', { text: 'Ruling ' }), topic.ruling),
	);
	panel.hidden = !isOpen;
	const button = element(
		'button',
		{
			class: 'mb-topic-button',
			attributes: { type: 'button', 'aria-expanded': String(isOpen), 'aria-controls': panel.id },
			on: {
				click() {
					panel.hidden = !panel.hidden;
					button.setAttribute('aria-expanded', String(!panel.hidden));
				},
			},
		},
		element(
			'span',
			{ class: 'mb-topic-name' },
			topic.value === undefined ? (topic.text ?? topic.name) : topic.name,
			element('span', { class: 'mb-support', text: topic.support }),
		),
		element(
			'span',
			{ class: 'mb-topic-value' },
			topic.value,
			topic.contested === true && element('span', { class: 'mb-flag', text: 'contested' }),
		),
	);
	return element(
		'li',
		{ class: 'mb-topic', attributes: { 'data-topic': String(id) } },
		element('h3', {}, button),
		panel,
	);
}

function claimList(
	title: string,
	claims: readonly DrawerClaim[],
	{ documents }: DeckSources,
	className = '',
): HTMLElement {
	return element(
		'div',
		{ class: `mb-claims ${className}` },
		element('h4', { text: title }),
		element(
			'ul',
			{},
			...byDocument(claims).map((same) => documentRow(same, documents[same[0]?.document ?? -1])),
		),
	);
}

/** What one document says with the same words stands together, whatever the place. */
function byDocument(claims: readonly DrawerClaim[]): readonly (readonly DrawerClaim[])[] {
	const groups = new Map<string, DrawerClaim[]>();
	for (const claim of claims) {
		const key = [claim.document, claim.value, claim.cause].join('\n');
		groups.set(key, [...(groups.get(key) ?? []), claim]);
	}
	return [...groups.values()];
}

function documentRow(claims: readonly DrawerClaim[], document: DrawerDocument | undefined): HTMLElement {
	const [first] = claims;
	return element(
		'li',
		{},
		element(
			'p',
			{ class: 'mb-claim-head' },
			...documentName(document),
			first?.value !== undefined && element('span', { class: 'mb-claim-value', text: first.value }),
			first?.cause !== undefined && element('span', { class: 'mb-cause', text: first.cause }),
		),
		element(
			'ul',
			{ class: 'mb-places' },
			...claims.map(({ at, detail }) =>
				element(
					'li',
					{},
					`in “${at}”`,
					detail !== undefined && element('span', { class: 'mb-detail', text: detail }),
				),
			),
		),
		document !== undefined && documentLine(document),
	);
}

const documentName = (document: DrawerDocument | undefined) => [
	document?.number !== undefined && element('span', { class: 'mb-number', text: String(document.number) }),
	element('b', { text: document?.short ?? '' }),
];

/** For a slide that shows no finding, such as the title: what was read for the deck. */
export function documentList({ documents }: DeckSources): HTMLElement {
	const read = documents.filter(({ number }) => number !== undefined);
	return element(
		'li',
		{ class: 'mb-documents' },
		element('h3', { text: 'Documents that were read for this deck' }),
		element(
			'ul',
			{},
			...read.map((document) =>
				element(
					'li',
					{},
					element('p', { class: 'mb-claim-head' }, ...documentName(document)),
					documentLine(document),
				),
			),
		),
	);
}

function documentLine({ about, title, url, derivesFrom }: DrawerDocument): HTMLElement {
	return element(
		'p',
		{ class: 'mb-document' },
		(url === undefined ? undefined : outwardLink(url, title)) ?? element('cite', { text: title }),
		` · ${about}`,
		derivesFrom !== undefined && ` · retells ${derivesFrom}`,
	);
}
