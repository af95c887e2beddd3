// Objects whose fields are made when they are first read: no deck prints every section of a story.

/** Every field has a maker, which is called at most once. */
export function lazily<T extends object>(makers: { readonly [Field in keyof T]: () => T[Field] }): T {
	const fields = Object.entries(makers).map(([field, make]) => [field, made(make as () => unknown)] as const);
	return Object.defineProperties({}, Object.fromEntries(fields)) as T;
}

/** `{ ...object, ...fields }` without reading a field of either. */
export const withFields = <T extends object, U extends object>(object: T, fields: U): T & U =>
	Object.defineProperties(
		{},
		{ ...Object.getOwnPropertyDescriptors(object), ...Object.getOwnPropertyDescriptors(fields) },
	) as T & U;

function made(make: () => unknown): PropertyDescriptor {
	let kept: { readonly value: unknown } | undefined;
	const get = () => {
		kept ??= { value: make() };
		return kept.value;
	};
	return { get, enumerable: true, configurable: true };
}
