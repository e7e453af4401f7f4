/** Set on `globalThis` by every hostile value that runs. */
export const XSS_FLAG = 'padanXss';

const RUN = `globalThis.${XSS_FLAG}=1`;

/** Texts that try to leave the place where they are printed: markup, attributes, styles, scripts, CDATA, comments. */
export const HOSTILE_TEXTS: readonly string[] = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `</ScRiPt ><sCrIpT>${RUN}</sCrIpT>`,
  `"><script>${RUN}</script>`,
  `'><img src=x onerror=${RUN}>`,
  `<img src=x onerror="${RUN}">`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<math><mtext></mtext><style><img src=x onerror=${RUN}></style></math>`,
  `" onfocus="${RUN}" autofocus="`,
  `' onmouseover='${RUN}' x='`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `]]><script>${RUN}</script><![CDATA[`,
  `]]]]><![CDATA[>`,
  `--><script>${RUN}</script><!--`,
  `<!--<script>${RUN}</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;`,
  `<!ENTITY x SYSTEM "file:///etc/passwd">&x;`,
  `<iframe srcdoc="<script>parent.${XSS_FLAG}=1</script>"></iframe>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `<link rel=stylesheet href=https://evil.example/a.css>`,
  `<form action=https://evil.example/><button>Kirim</button></form>`,
  `<a href="javascript:${RUN}">klik</a>`,
  `{{constructor.constructor('${RUN}')()}}`,
  `\${${RUN}}`,
  `\u2028\u2029</script>`,
  `%0d%0aSet-Cookie:%20a=b`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `*bold* _italic_ ~strike~ \`code\` [link](javascript:${RUN})`,
];

/** Links with a scheme that runs or reads something, or that pretend to be ours. */
export const HOSTILE_LINKS: readonly string[] = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  ` javascript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `vbscript:msgbox(1)`,
  'file:///etc/passwd',
  '//evil.example/lowongan/satpam',
  'https://evil.example\\@padan.example/lowongan/satpam',
  'https://padan.example@evil.example/lowongan/satpam',
  `https://evil.example/"><script>${RUN}</script>`,
];

/** Values of a vacancy that a stranger may write. */
export interface HostileVacancy {
  title: string;
  description: string;
  employerName: string;
}

/** Each hostile text in every place at once. */
export const HOSTILE_VACANCIES: readonly HostileVacancy[] = HOSTILE_TEXTS.map((text, at) => {
  const link = HOSTILE_LINKS[at % HOSTILE_LINKS.length] ?? '';
  return {
    title: `Satpam ${text}`,
    description: `Menjaga gedung.\n\n${text}\n- ${link}\n${text}`,
    employerName: `PT ${text} (contoh)`,
  };
});
