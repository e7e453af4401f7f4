import { escapeText } from '../../../text/escape-text';
import { paragraphMarkup } from '../../../text/paragraph-markup';
import { labelOf } from '../../labels';
import type { PostedRequirement, PostingFacts } from './facts';

/** The complete text of a vacancy as HTML: what the employer wrote, then its conditions. */
export function postingDescription({ vacancy, requirements }: PostingFacts): string {
  const items = requirements.map((it) => `<li>${escapeText(describe(it))}</li>`);
  const conditions = items.length === 0 ? [] : [`<p>Syarat:</p><ul>${items.join('')}</ul>`];
  return [paragraphMarkup(vacancy.description), ...conditions].join('');
}

function describe({ necessity, name, education, minMonths }: PostedRequirement): string {
  const how = labelOf('necessities', necessity).ID.toLowerCase();
  return `${name ?? ofEducation(education) ?? ofExperience(minMonths)} (${how})`;
}

const ofEducation = (education: PostedRequirement['education']) =>
  education && `Pendidikan ${labelOf('educationLevels', education).ID}`;

const ofExperience = (months: number | null) =>
  months === 0 ? 'Tanpa pengalaman' : `Pengalaman ${months ?? 0} bulan`;
