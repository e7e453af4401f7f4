/** A table of the classification: how its file and its columns may be called. */
export interface TableShape {
  /** Base names of the file; `_en` and `.gz` may follow. */
  readonly names: readonly string[];
  readonly isRequired: boolean;
  /** By our name: the names that a header may use, and whether the column must be there. */
  readonly columns: Readonly<Record<string, { names: readonly string[]; isRequired: boolean }>>;
}

const must = (...names: string[]) => ({ names, isRequired: true });
const may = (...names: string[]) => ({ names, isRequired: false });

const uri = must('conceptUri', 'uri');
const words = {
  label: must('preferredLabel', 'label_en'),
  alternatives: may('altLabels', 'alt_labels'),
};
const translated = {
  label: must('preferredLabel', 'label_id'),
  alternatives: may('altLabels', 'alt_labels'),
};
const life = { status: may('status'), replacedBy: may('replacedBy', 'replaced_by') };

/**
 * The tables that are read. ESCO has no Indonesian: who translates it adds `skills_id.csv` and `occupations_id.csv`.
 *
 * Source: ESCO v1.2, CSV download (European Commission, 2024); the short column names are those of common extracts.
 */
export const tableShapes = {
  skills: {
    names: ['skills'],
    isRequired: true,
    columns: { uri, ...words, ...life, type: may('skillType', 'type') },
  },
  occupations: {
    names: ['occupations'],
    isRequired: true,
    columns: { uri, ...words, ...life, group: must('iscoGroup', 'isco') },
  },
  groups: {
    names: ['ISCOGroups', 'isco_groups'],
    isRequired: false,
    columns: { code: must('code') },
  },
  occupationSkills: {
    names: ['occupationSkillRelations', 'occupation_skills'],
    isRequired: false,
    columns: {
      occupation: must('occupationUri', 'occupation'),
      relation: must('relationType', 'relation'),
      skill: must('skillUri', 'skill'),
    },
  },
  skillSkills: {
    names: ['skillSkillRelations', 'skill_relations'],
    isRequired: false,
    columns: {
      skill: must('originalSkillUri', 'skill'),
      relation: must('relationType', 'relation'),
      related: must('relatedSkillUri', 'related'),
    },
  },
  broader: {
    names: ['broaderRelationsSkillPillar', 'skill_broader'],
    isRequired: false,
    columns: { uri, broader: must('broaderUri', 'broader'), broaderType: may('broaderType') },
  },
  skillsId: {
    names: ['skills_id'],
    isRequired: false,
    columns: { uri, ...translated },
  },
  occupationsId: {
    names: ['occupations_id'],
    isRequired: false,
    columns: { uri, ...translated },
  },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof tableShapes;
export const tableNames = Object.keys(tableShapes) as TableName[];
