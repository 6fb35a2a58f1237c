/** Every item of an answer that comes in pages. */
export async function everyItem<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of pages) found.push(...(items(page) ?? []));
  return found;
}

/** Every item of an answer that comes in pages, of a service whose client does not turn them itself. */
export async function everyItemByToken<Item>(
  ask: (token: string | undefined) => Promise<{ readonly Items?: readonly Item[]; readonly NextToken?: string }>,
): Promise<Item[]> {
  const found: Item[] = [];
  let token: string | undefined;
  do {
    const { Items = [], NextToken } = await ask(token);
    found.push(...Items);
    token = NextToken;
  } while (token !== undefined);
  return found;
}
