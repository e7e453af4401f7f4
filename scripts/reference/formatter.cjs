// How GraphQL-Markdown writes what plain Markdown has no form for.
const heading = (name) => `\`${name}\``;

module.exports.createMDXFormatter = () => ({
  formatMDXBadge: ({ text }) => `*${text}*`,
  formatMDXAdmonition: ({ text, title }) => `\n\n> **${title}** ${text.replaceAll('\n', ' ')}\n\n`,
  formatMDXBullet: (text = '') => ` · ${text}`,
  formatMDXDetails: () => '\n\n',
  formatMDXFrontmatter: (_properties, lines) =>
    `# ${lines?.find((line) => line.startsWith('title: '))?.slice('title: '.length)}
`,
  formatMDXLink: (link) => link,
  formatMDXNameEntity: heading,
  formatMDXSpecifiedByLink: (url) => `[specification](${url})`,
});
