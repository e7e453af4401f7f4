import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ESCO = 'http://data.europa.eu/esco';
export const skill = (name: string) => `${ESCO}/skill/${name}`;
export const occupation = (name: string) => `${ESCO}/occupation/${name}`;

const quote = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (header: string, rows: readonly (readonly string[])[]) =>
  [header, ...rows.map((row) => row.map(quote).join(','))].join('\n');

/** Headers as ESCO v1.2 publishes them; every row below is invented. */
export const HEADERS = {
  skills:
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description',
  occupations:
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code',
  occupationSkills: 'occupationUri,relationType,skillType,skillUri',
  skillSkills: 'originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri',
  broader: 'conceptType,conceptUri,broaderType,broaderUri',
  groups: 'conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description',
} as const;

export const skillRow = (name: string, label: string, alternatives = '', status = 'released') => [
  'KnowledgeSkillCompetence',
  skill(name),
  'skill/competence',
  'sector-specific',
  label,
  alternatives,
  '',
  status,
  ...['', '', '', '', ''],
];
export const occupationRow = (name: string, group: string, label: string, alternatives = '') => [
  'Occupation',
  occupation(name),
  group,
  label,
  alternatives,
  '',
  'released',
  ...['', '', '', '', '', '', `${group}.1`],
];
export const need = (who: string, what: string, relation = 'essential') => [
  occupation(who),
  relation,
  'skill/competence',
  skill(what),
];
export const essential = (from: string, to: string, relation = 'essential') => [
  skill(from),
  'skill/competence',
  relation,
  'knowledge',
  skill(to),
];
export const broader = (from: string, to: string, type = 'KnowledgeSkillCompetence') => [
  'KnowledgeSkillCompetence',
  skill(from),
  type,
  skill(to),
];

export interface Files {
  skills: string[][];
  occupations: string[][];
  occupationSkills?: string[][];
  skillSkills?: string[][];
  broader?: string[][];
  groups?: string[][];
  /** Further files by their whole name. */
  others?: Record<string, string>;
}

/** Two falconers' occupations and six skills, with links. */
export const FALCONRY: Files = {
  skills: [
    skillRow('s-train', 'train falcons', 'tame falcons\nman a hawk'),
    skillRow('s-feed', 'feed falcons'),
    skillRow('s-hood', 'make falcon hoods'),
    skillRow('s-track', 'track falcons by radio'),
    skillRow('s-birds', 'care for birds of prey'),
    skillRow('s-ring', 'ring birds of prey'),
  ],
  occupations: [
    occupationRow('o-falconer', '5164', 'falconer', 'hawk trainer'),
    occupationRow('o-thin', '5164', 'falcon sitter'),
  ],
  occupationSkills: [
    need('o-falconer', 's-train'),
    need('o-falconer', 's-feed'),
    need('o-falconer', 's-hood', 'optional'),
    need('o-falconer', 's-track', 'optional'),
    need('o-thin', 's-feed'),
  ],
  skillSkills: [essential('s-train', 's-feed'), essential('s-feed', 's-hood', 'optional')],
  broader: [broader('s-feed', 's-birds'), broader('s-feed', 'S6.1', 'SkillGroup')],
};

const NAMES: Record<keyof typeof HEADERS, string> = {
  skills: 'skills_en.csv',
  occupations: 'occupations_en.csv',
  occupationSkills: 'occupationSkillRelations_en.csv',
  skillSkills: 'skillSkillRelations_en.csv',
  broader: 'broaderRelationsSkillPillar_en.csv',
  groups: 'ISCOGroups_en.csv',
};

/** Runs with a folder that holds the files, and removes it. */
export async function withFolder<T>(files: Files, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'padan-taxonomy-'));
  try {
    for (const [name, file] of Object.entries(NAMES)) {
      const rows = files[name as keyof typeof HEADERS];
      if (rows)
        writeFileSync(path.join(folder, file), csv(HEADERS[name as keyof typeof HEADERS], rows));
    }
    for (const [name, text] of Object.entries(files.others ?? {})) {
      writeFileSync(path.join(folder, name), text);
    }
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
