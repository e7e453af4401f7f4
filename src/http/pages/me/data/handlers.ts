import { type Answer, file, redirect } from '../answer';
import { needed, problemsOf, type Refusal } from '../api';
import type { Visit } from '../visit';
import { ERASE, EXPORT, MY_DATA } from './operations';
import { type DataAnswer, renderData, renderErase } from './page';

export async function showData(visit: Visit): Promise<Answer> {
  return renderShown(visit);
}

async function renderShown(visit: Visit, problems: readonly Refusal[] = []): Promise<Answer> {
  const after = visit.query.get('sesudah');
  const answer = needed(
    await visit.ask<{ me: DataAnswer['me'] | null } & Pick<DataAnswer, 'disclosures'>>(MY_DATA, {
      after,
    }),
  );
  const { me, disclosures } = answer;
  return me === null ? redirect('/saya/mulai') : renderData(visit, { me, disclosures }, problems);
}

const FILES: Readonly<Record<string, string>> = {
  JSON: 'data-saya.json',
  JSON_RESUME: 'resume.json',
};

interface ExportedPart {
  content: string | null;
  parts: number | null;
  userErrors: { code: string; message: string; path: string[] }[];
}

/** Everything that is known of the person, as a file. */
export async function sendExport(visit: Visit): Promise<Answer> {
  const asked = visit.form.text('bentuk');
  const format = Object.hasOwn(FILES, asked) ? asked : 'JSON';
  let text = '';
  for (let part = 1, parts = 1; part <= parts; part++) {
    const clientMutationId = visit.form.mutationId(`export ${part}`);
    const input = { clientMutationId, format, part };
    const told = await visit.ask<{ exportMyData: ExportedPart }>(EXPORT, { input });
    const problems = problemsOf(told);
    if (problems.length > 0) return await renderShown(visit, problems);
    text += told.data?.exportMyData.content ?? '';
    parts = told.data?.exportMyData.parts ?? 1;
  }
  return file({ fileName: FILES[format] ?? 'data-saya.json', text });
}

export const showErase = (visit: Visit): Answer => renderErase(visit);

/** Erases whoever wrote the word. */
export async function eraseSelf(visit: Visit): Promise<Answer> {
  const clientMutationId = visit.form.mutationId('erase');
  const confirm = visit.form.text('kata-hapus');
  const problems = problemsOf(await visit.ask(ERASE, { input: { clientMutationId, confirm } }));
  if (problems.length > 0) return renderErase(visit, problems);
  visit.forgetAll();
  return redirect('/saya/selesai?apa=hapus');
}
