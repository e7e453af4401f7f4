/** Most bytes of a page or feed before it is compressed, for slow phones. Source: issue of the portal kit. */
export const PAGE_BYTES = 60_000;
