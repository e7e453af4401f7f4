import type { Texts } from '../../src/http/pages/receipt/texts';
import type { ReceiptFinding, ReceiptReport } from '../../src/matching/core/receipt';
import { recomputeContributions } from '../../src/matching/core/recompute';

type Child = Node | string;

/** An element; its text is never read as markup. */
function element(name: string, className: string, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** Says why nothing can be checked. */
export function showMessage(into: HTMLElement, message: string): void {
  into.replaceChildren(element('p', 'answer bad', message));
}

/** Shows what was found: the answer first, then how it comes about. */
export function showReport(into: HTMLElement, report: ReceiptReport, texts: Texts): void {
  const { statement, root, findings } = report;
  const { rank, tiedWith, eligible, scoreBp, verdict } = statement;
  const shared = tiedWith === 0 ? '' : ` (${texts.sharedWith} ${tiedWith})`;
  into.replaceChildren(
    answerOf(report, texts),
    element('p', '', `${texts.rank} ${rank}${shared} ${texts.of} ${eligible}`),
    element('p', '', `${texts.score} ${scoreBp} · ${texts.verdict}: ${texts.verdicts[verdict]}`),
    sumsTable(report, texts),
    conditionsTable(report, texts),
    element('h3', '', texts.proofs),
    element('ul', 'proofs', ...findings.map((finding) => findingItem(finding, texts))),
    element('h3', '', texts.rootIs),
    element('code', 'root', root),
  );
}

/** Good only when the root was compared: anybody can write a receipt that agrees with itself. */
function answerOf({ isValid, isCompared }: ReceiptReport, texts: Texts): HTMLElement {
  if (!isValid) return element('p', 'answer bad', texts.invalid);
  if (!isCompared) return element('p', 'answer fair', texts.notCompared);
  return element('p', 'answer good', texts.valid);
}

function sumsTable({ statement: { lines } }: ReceiptReport, texts: Texts): HTMLElement {
  const earned = recomputeContributions(lines);
  const rows = lines.map(([factor, , weightBp, fulfilmentBp, , isUnstated], at) =>
    row('td', [
      texts.factors[factor] + (isUnstated ? ` (${texts.unstated})` : ''),
      weightBp,
      fulfilmentBp,
      earned[at],
    ]),
  );
  const sum = earned.reduce((a, b) => a + b, 0);
  const heads = [texts.line, texts.share, texts.fulfilment, texts.contribution];
  return element(
    'table',
    'sums',
    element('caption', '', texts.lines),
    element('thead', '', row('th', heads)),
    element('tbody', '', ...rows),
    element('tfoot', '', row('td', [texts.total, '', '', sum])),
  );
}

function conditionsTable({ statement: { checks } }: ReceiptReport, texts: Texts): HTMLElement {
  const rows = checks.map(([check, , necessity, result]) =>
    row('td', [
      texts.conditionNames[check],
      necessity === 'MUST' ? texts.must : texts.should,
      texts.conditionResults[result],
    ]),
  );
  const caption = element('caption', '', texts.conditions);
  return element('table', 'sums', caption, element('tbody', '', ...rows));
}

const row = (cell: 'td' | 'th', values: readonly (string | number)[]) =>
  element(
    'tr',
    '',
    ...values.map((value) => element(cell, typeof value === 'number' ? 'n' : '', String(value))),
  );

function findingItem({ check, holds, stated, found }: ReceiptFinding, texts: Texts): HTMLElement {
  if (holds === null) return element('li', '', `${texts.checks[check]}: ${texts.notAsked}`);
  if (holds) return element('li', '', `${texts.checks[check]}: ${texts.holds}`);
  const why = `${texts.stated} ${stated}, ${texts.found} ${found}`;
  return element('li', 'bad', `${texts.checks[check]}: ${texts.fails} (${why})`);
}
