// What stands twice in a list.

/** Each thing whose key an earlier one has, beside the first that has it. */
export function repeatsIn<Thing>(
	things: readonly Thing[],
	keyOf: (thing: Thing) => string,
): readonly { readonly thing: Thing; readonly earlier: Thing }[] {
	const first = new Map<string, Thing>();
	return things.flatMap((thing) => {
		const key = keyOf(thing);
		const earlier = first.get(key);
		if (earlier !== undefined) return [{ thing, earlier }];
		first.set(key, thing);
		return [];
	});
}
