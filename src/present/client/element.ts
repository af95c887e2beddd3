// Makes elements. Text is always set as text, so nothing that a document or a file says can become markup.

type Child = Node | string | undefined | false;

interface Properties {
	readonly class?: string;
	readonly text?: string | undefined;
	readonly attributes?: Readonly<Record<string, string>>;
	readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	{ class: className, text, attributes = {}, on = {} }: Properties = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	if (className !== undefined) made.className = className;
	if (text !== undefined) made.textContent = text;
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
	made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
	return made;
}

/** A link that opens beside the deck and tells the other site nothing. Only web addresses become links. */
export function outwardLink(url: string, label: string): HTMLElement | undefined {
	if (!/^https?:\/\//i.test(url)) return undefined;
	return element('a', {
		class: 'mb-link',
		text: label,
		attributes: { href: url, target: '_blank', rel: 'noopener noreferrer' },
	});
}
