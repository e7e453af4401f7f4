/** Path of a vacancy's own page, which stays when it is closed. */
export const vacancyPath = (slug: string) => `/lowongan/${encodeURIComponent(slug)}`;
