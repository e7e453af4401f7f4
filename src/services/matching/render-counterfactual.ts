import type { Lang } from '../../errors';
import type { Counterfactual } from '../../matching/core/counterfactual';
import { type Label, labelOf } from '../labels';
import type { Asked, AskedById } from './asked';
import { formatNumber, verdictLabels } from './render-match';

/** What would change, and to what score and verdict, in one sentence made of the data. */
export function counterfactualInWords(
  { requirementId, change, newScoreBp, newVerdict }: Counterfactual,
  asked: AskedById,
  lang: Lang,
): string {
  const condition = changeText(change, asked.get(requirementId))[lang];
  const score = formatNumber(newScoreBp, lang);
  const verdict = verdictLabels[newVerdict][lang];
  return lang === 'ID'
    ? `${condition}: skor menjadi ${score}, ${verdict}.`
    : `${condition}: the score becomes ${score}, ${verdict}.`;
}

function changeText(change: Counterfactual['change'], asked: Asked | undefined): Label {
  const subject = subjectOf(asked);
  switch (change.kind) {
    case 'COMPETENCY_GAINED':
      return {
        ID: `Bila menguasai ${subject.ID} pada tingkat ${change.toLevel}`,
        EN: `With ${subject.EN} at level ${change.toLevel}`,
      };
    case 'LEVEL_RAISED':
      return {
        ID: `Bila tingkat ${subject.ID} naik menjadi ${change.toLevel}`,
        EN: `With ${subject.EN} raised to level ${change.toLevel}`,
      };
    case 'EDUCATION_RAISED':
      return { ID: `Bila lulus ${subject.ID}`, EN: `With the education ${subject.EN}` };
    case 'MONTHS_ADDED':
      return {
        ID: `Bila bekerja ${change.months} bulan lagi dalam jabatan ini`,
        EN: `With ${change.months} more months of work in this occupation`,
      };
    case 'REQUIREMENT_DROPPED':
      return { ID: `Tanpa syarat ${subject.ID}`, EN: `Without the requirement ${subject.EN}` };
  }
}

function subjectOf(asked: Asked | undefined): Label {
  if (asked?.label) return asked.label;
  if (asked?.education) return labelOf('educationLevels', asked.education);
  const months = asked?.minMonths ?? 0;
  return { ID: `pengalaman ${months} bulan`, EN: `${months} months of experience` };
}
