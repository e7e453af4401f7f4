import { type Html, html, Html as SafeMarkup } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import type { Refusal } from './api';
import { ME_TEXTS } from './texts';
import type { Visit } from './visit';

/** Why a form was not taken, above it; nothing where it was. */
export function renderProblems(problems: readonly Refusal[], lang: Lang): Html {
  if (problems.length === 0) return html``;
  const texts = ME_TEXTS[lang];
  return html`<div class="problems" role="alert" id="masalah"><ul>${problems.map(
    (problem) =>
      html`<li data-code="${problem.code}">${nameField(problem, lang)} ${texts.advice[problem.code] ?? null}</li>`,
  )}</ul></div>`;
}

/** The message with the name of the field as the form shows it: the API says `phone` where the page says "Telepon". */
function nameField({ message, field }: Refusal, lang: Lang): string {
  const [last = ''] = field.split('.').slice(-1);
  const name = ME_TEXTS[lang].fields[last];
  if (last === '' || name === undefined) return message;
  return message.replace(field, `“${name}”`).replace(last, `“${name}”`);
}

export interface FormParts {
  readonly action: string;
  readonly body: Html;
  /** More hidden fields. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly className?: string;
}

/** A form of a person: with the proof that it is theirs. */
export function renderForm(
  visit: Visit,
  { action, body, hidden = {}, className }: FormParts,
): Html {
  return html`<form action="${inLanguage(action, visit.lang)}" method="post" class="${className ?? 'fields'}">${visit.formFields()}${renderHidden(hidden)}${body}</form>`;
}

export function renderHidden(fields: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

export interface FieldParts {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'email' | 'date' | 'number';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric';
  readonly maxlength?: number;
  readonly isRequired?: boolean;
  readonly lines?: number;
}

/** A labelled field, with its hint. */
export function renderField(parts: FieldParts): Html {
  const { name, label, value = '', hint = null, type = 'text', lines } = parts;
  const marks = new SafeMarkup(
    `${parts.isRequired ? ' required' : ''}${hint === null ? '' : ` aria-describedby="${name}-hint"`}`,
  );
  // HTML knows no length of days and numbers.
  const length = (longest: number) =>
    type !== 'date' && type !== 'number' && html` maxlength="${parts.maxlength ?? longest}"`;
  const input =
    lines === undefined
      ? html`<input id="${name}" name="${name}" type="${type}" value="${value}"${length(LONGEST_LINE)} autocomplete="${parts.autocomplete ?? 'off'}"${parts.inputmode === 'numeric' && new SafeMarkup(' inputmode="numeric"')}${marks}>`
      : html`<textarea id="${name}" name="${name}" rows="${lines}"${length(LONGEST_TEXT)}${marks}>${value}</textarea>`;
  return html`<p class="field"><label for="${name}">${label}</label>${input}${hint !== null && html`<span class="hint" id="${name}-hint">${hint}</span>`}</p>`;
}

const LONGEST_LINE = 200;
const LONGEST_TEXT = 2_000;

export type Options = readonly (readonly [value: string, label: string])[];

/** A choice of one. */
export function renderSelect(
  { name, label }: { name: string; label: string },
  options: Options,
  chosen: string,
): Html {
  return html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ([value, text]) =>
      html`<option value="${value}"${value === chosen && new SafeMarkup(' selected')}>${text}</option>`,
  )}</select></p>`;
}

/** One box with its words. */
export function renderTick(
  name: string,
  value: string,
  label: Html | string,
  isTicked: boolean,
): Html {
  return html`<label class="tick"><input type="checkbox" name="${name}" value="${value}"${isTicked && new SafeMarkup(' checked')}><span>${label}</span></label>`;
}

/** A button that sends a small form of its own. */
export function renderButton(
  visit: Visit,
  { action, hidden, label, className }: Omit<FormParts, 'body'> & { label: string },
): Html {
  return renderForm(visit, {
    ...{ action, className: 'small' },
    ...(hidden === undefined ? {} : { hidden }),
    body: html`<button class="${className ?? 'secondary'}">${label}</button>`,
  });
}

/** An address of these pages in the language of the visit. */
export const link = ({ lang }: Visit, address: string): string => inLanguage(address, lang);
