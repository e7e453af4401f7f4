import type { Lang } from '../../errors';
import { shorten } from '../../text/printable';
import type { ShareChannel } from './channels';
import type { ShareFacts, ShareStanding } from './share-facts';

/** Characters that a channel shows without cutting. Source: X counts 280; the others are our choice, a screen of a phone. */
const LONGEST: Readonly<Record<ShareChannel, number>> = {
  WHATSAPP: 700,
  TELEGRAM: 900,
  FACEBOOK: 1_200,
  INSTAGRAM: 1_200,
  X: 280,
  PRINT: 700,
};

/** How much of the employer's own words a channel gets. */
const EXCERPT: Partial<Record<ShareChannel, number>> = {
  TELEGRAM: 250,
  FACEBOOK: 400,
  INSTAGRAM: 300,
};

const LONGEST_TITLE = 120;
const LONGEST_LINE = 160;

/**
 * What somebody copies to a channel: plain text without emoji, with the verify code and the short link; of what is closed it says
 * so first. It never says that an employer is verified: a text is kept and reposted, and only the link knows today.
 *
 * Shape: within the length of the channel, however long the vacancy's own texts are.
 */
export function shareText(channel: ShareChannel, facts: ShareFacts, link: string): string {
  const words = WORDS[facts.lang];
  const full = channel === 'X' ? compactText(facts, link) : longText(channel, facts, link);
  const rest = full.length - LONGEST[channel];
  if (rest <= 0) return full;
  // Only what strangers wrote is long: the title gives way, the link and the code never do.
  const title = shorten(facts.title, Math.max(1, [...facts.title].length - rest - 1));
  const short = { ...facts, title, employer: shorten(facts.employer, 40), description: '' };
  const cut = channel === 'X' ? compactText(short, link) : longText(channel, short, link);
  return cut.length <= LONGEST[channel] ? cut : `${words.code} ${facts.verifyCode}\n${link}`;
}

function longText(channel: ShareChannel, facts: ShareFacts, link: string): string {
  const words = WORDS[facts.lang];
  const isOpen = facts.standing === 'OPEN';
  const excerpt = EXCERPT[channel];
  const lines = [
    `${words.head[facts.standing]}: ${shorten(facts.title, LONGEST_TITLE)}`,
    shorten([facts.employer, facts.place].filter(Boolean).join(' — '), LONGEST_LINE),
    facts.isDemo ? words.demo : null,
    isOpen && facts.wage !== null ? `${words.wage}: ${facts.wage}` : null,
    isOpen ? `${words.until} ${facts.openUntil}.` : words.over[facts.standing],
    isOpen && excerpt !== undefined && facts.description !== ''
      ? `\n${shorten(facts.description, excerpt)}`
      : null,
    '',
    linkLine(channel, isOpen, words),
    link,
    `${words.code}: ${facts.verifyCode}`,
    isOpen ? words.free : words.report,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** What the link is for; nobody is asked to apply for what is over. */
function linkLine(channel: ShareChannel, isOpen: boolean, words: Words): string {
  const isTyped = channel === 'INSTAGRAM' || channel === 'PRINT';
  const line = isOpen ? words.today : words.later;
  return isTyped ? `${line} ${words.typeIn}` : line;
}

function compactText(facts: ShareFacts, link: string): string {
  const words = WORDS[facts.lang];
  const who = [shorten(facts.employer, 60), facts.place && shorten(facts.place, 40)];
  const head = `${words.head[facts.standing]}: ${shorten(facts.title, LONGEST_TITLE)}`;
  const demo = facts.isDemo ? ` (${words.demoShort})` : '';
  return `${head}${demo} — ${who.filter(Boolean).join(', ')}.\n${words.code}: ${facts.verifyCode}\n${link}`;
}

interface Words {
  head: Record<ShareStanding, string>;
  over: Record<ShareStanding, string>;
  demo: string;
  demoShort: string;
  wage: string;
  until: string;
  today: string;
  /** Of what is not open. */
  later: string;
  typeIn: string;
  code: string;
  free: string;
  report: string;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  ID: {
    head: { OPEN: 'Lowongan', CLOSED: 'DITUTUP', SUSPENDED: 'DIHENTIKAN' },
    over: {
      OPEN: '',
      CLOSED: 'Lowongan ini tidak dibuka lagi.',
      SUSPENDED: 'Kantor tenaga kerja menghentikan lowongan ini. Jangan melamar.',
    },
    demo: 'Ini hanya contoh, bukan lowongan sungguhan.',
    demoShort: 'contoh',
    wage: 'Upah',
    until: 'Dibuka sampai',
    today: 'Keadaan hari ini dan cara melamar:',
    later: 'Keadaan hari ini:',
    typeIn: 'ketik alamat ini atau pindai kode QR.',
    code: 'Kode cek',
    free: 'Melamar tidak dipungut biaya. Ada yang meminta uang? Laporkan di tautan ini.',
    report: 'Ada yang masih memakai iklan ini atau meminta uang? Laporkan di tautan ini.',
  },
  EN: {
    head: { OPEN: 'Vacancy', CLOSED: 'CLOSED', SUSPENDED: 'STOPPED' },
    over: {
      OPEN: '',
      CLOSED: 'This vacancy is not open any more.',
      SUSPENDED: 'The labour office has stopped this vacancy. Do not apply.',
    },
    demo: 'An example for demonstration, no real job.',
    demoShort: 'example',
    wage: 'Pay',
    until: 'Open until',
    today: 'How it stands today, and how to apply:',
    later: 'How it stands today:',
    typeIn: 'type this address or scan the QR code.',
    code: 'Verify code',
    free: 'Applying costs nothing. Somebody asks for money? Report it at this link.',
    report: 'Somebody still uses this ad, or asks for money? Report it at this link.',
  },
};
