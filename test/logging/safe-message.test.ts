import { safeMessage } from '../../src/logging/safe-message';

describe('safeMessage', () => {
  it('keeps of a driver’s error the code alone', () => {
    const error = Object.assign(new Error('duplicate key "Kenari"'), {
      severity: 'ERROR',
      code: '23505',
    });
    expect(safeMessage(error)).toBe('database error 23505');
  });

  it('keeps the words of other errors, and not what they quote', () => {
    expect(safeMessage(new Error('document of "Kenari" refused: 81273310987'))).toBe(
      'document of "…" refused: …',
    );
    expect(safeMessage('Kenari')).toBe('string');
  });
});
