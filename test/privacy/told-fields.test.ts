import { matchEventKinds } from '../../src/matches/match-event';
import { candidateDocument } from '../../src/search/documents';
import { bodyOf, eventMessage, gapMessage } from '../../src/webhooks/message';

const names = {
  eventId: () => 'event',
  vacancyId: () => 'vacancy',
  cursor: () => 'cursor',
};
const at = new Date('2026-11-22T00:00:00Z');

describe('the body of a webhook', () => {
  it.each(matchEventKinds)('tells what happened to which vacancy, and of nobody: %s', (kind) => {
    const event = { seq: 1, nodeId: 'n', vacancyId: 'v', kind, candidateId: 'c', scoreBp: 9 };
    expect(JSON.parse(bodyOf(eventMessage('w', event, names), at))).toEqual({
      type: `match.${kind.toLowerCase()}`,
      timestamp: at.toISOString(),
      data: { eventId: 'event', cursor: 'cursor', vacancyId: 'vacancy', kind },
    });
  });

  it('tells of a gap where to go on', () => {
    expect(JSON.parse(bodyOf(gapMessage('w', 1, names), at))).toEqual({
      type: 'match.gap',
      timestamp: at.toISOString(),
      data: { cursor: 'cursor' },
    });
  });
});

describe('the document of a person', () => {
  it('holds codes and numbers, whatever the row brings', () => {
    const row = {
      ...{ number: 7, version: 2, regionCode: '72.71.01.1001', willingRegionCodes: ['72.71.02'] },
      competencies: [{ number: 12, level: 3 }],
      occupations: [{ number: 5, kbjiCode: '7212' }],
      ...{ fullName: 'Kenari', phone: '+62', birthDate: '1990-01-01', gender: 'FEMALE' },
    };
    const document = candidateDocument(row);
    expect(Object.keys(document).sort()).toEqual([
      'areas',
      'format',
      'id',
      'skills',
      'version',
      'wideAreas',
      'work',
    ]);
    const words = [...document.skills, ...document.work, ...document.areas, ...document.wideAreas];
    expect(words.filter((word) => !/^(c\d+·\d|[ok]\d+|[\d.]+|ID)$/.test(word))).toEqual([]);
    // The village is told to nobody.
    expect(words).not.toContain('72.71.01.1001');
  });
});
