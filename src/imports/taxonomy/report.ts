import { type FaultList, printFault } from './faults';
import type { Changes, TaxonomyPlan } from './plan-taxonomy';

/** What an import of a classification did, or with a dry run would do. */
export interface TaxonomyReport {
  readonly isDryRun: boolean;
  /** False = the files say nothing new, so there is no new version. */
  readonly isNew: boolean;
  readonly version: number;
  readonly counts: TaxonomyPlan['counts'];
  readonly faults: FaultList;
  readonly seconds: number;
}

/** The report as lines for a terminal. */
export function printTaxonomyReport(report: TaxonomyReport): string[] {
  const { isDryRun, isNew, version, counts, faults, seconds } = report;
  const { competencies, occupations, links, demands } = counts;
  const outcome = isNew ? `taxonomy version ${version}` : `nothing new, version ${version} stays`;
  const lines = [
    `${isDryRun ? 'Dry run, nothing was written: ' : ''}${outcome}, in ${seconds.toFixed(1)} s`,
    `competencies: ${printChanges(competencies)}; ${competencies.linked} of our own linked`,
    `occupations: ${printChanges(occupations)}; ${occupations.linked} of our own linked; ${occupations.leftOut} left out`,
    `links between competencies: ${links.created} created, ${links.unchanged} unchanged; ${links.groupRows} rows name groups`,
    `needs of occupations: ${demands.written} written, ${demands.unchanged} unchanged; ${demands.ownRows} rows of our own occupations`,
    `refused rows: ${faults.count}`,
    ...faults.kept.map(printFault),
  ];
  const rest = faults.count - faults.kept.length;
  return rest > 0 ? [...lines, `and ${rest} more`] : lines;
}

const printChanges = ({ created, updated, unchanged }: Changes) =>
  `${created} created, ${updated} updated, ${unchanged} unchanged`;
