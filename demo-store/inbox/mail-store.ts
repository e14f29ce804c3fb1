import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ReceivedMail } from '../world/types';

export interface MailStore {
  add(mail: ReceivedMail): void;
  all(): readonly ReceivedMail[]; // newest first
  find(id: string): ReceivedMail | undefined;
  markRead(id: string): void;
}

/** Opens the mails kept in `file`, one JSON line each; a missing file is an empty inbox. */
export function openMailStore(file: string): MailStore {
  const mails = readMails(file);
  const save = () => {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.new`;
    writeFileSync(draft, mails.map((mail) => `${JSON.stringify(mail)}\n`).join(''));
    renameSync(draft, file); // a crash half-way leaves the old inbox whole
  };
  return {
    add(mail) {
      mails.push(mail);
      save();
    },
    all: () => [...mails].reverse(),
    find: (id) => mails.find((mail) => mail.id === id),
    markRead(id) {
      const mail = mails.find((each) => each.id === id);
      if (!mail || mail.read) return;
      mail.read = true;
      save();
    },
  };
}

function readMails(file: string): ReceivedMail[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ReceivedMail);
}
