import { TEXTS } from '../../src/http/pages/receipt/texts';
import { checkReceipt } from '../../src/matching/core/receipt';
import { sha256 } from '../../src/matching/core/sha256';
import { showMessage, showReport } from './show-report';

const texts = TEXTS[document.documentElement.lang === 'en' ? 'en' : 'id'];

function find<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (found === null) throw new Error(`${selector} is missing`);
  return found;
}

const form = find<HTMLFormElement>('#receipt');
const file = find<HTMLInputElement>('#file');
const text = find<HTMLTextAreaElement>('#text');
const root = find<HTMLInputElement>('#root');
const answer = find<HTMLElement>('#answer');

function check(): void {
  const trustedRoot = root.value.trim().toLowerCase();
  if (trustedRoot !== '' && !/^[0-9a-f]{64}$/.test(trustedRoot)) {
    showMessage(answer, texts.badRoot);
    return;
  }
  const report = checkReceipt(sha256, parse(text.value), trustedRoot === '' ? null : trustedRoot);
  if (report === null) showMessage(answer, texts.unreadable);
  else showReport(answer, report, texts);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});

file.addEventListener('change', () => {
  const [chosen] = file.files ?? [];
  chosen?.text().then(
    (content) => {
      text.value = content;
      check();
    },
    () => showMessage(answer, texts.unreadable),
  );
});
