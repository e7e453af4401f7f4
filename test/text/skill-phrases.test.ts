import { skillPhrases } from '../../src/text/skill-phrases';

describe('skillPhrases', () => {
  it('gives the short items of lists of skills', () => {
    expect(skillPhrases('Usia 25. Menguasai Coral Draw, Exel dan Photosop. Jujur')).toEqual([
      'coral draw',
      'photosop',
    ]);
    expect(skillPhrases('Required Skill(s): Filing, Mandarin | BPJS')).toEqual([
      'filing',
      'mandarin',
    ]);
  });

  it('leaves sentences alone', () => {
    expect(skillPhrases('Mahir berkomunikasi dengan semua orang setiap hari')).toEqual([]);
  });
});
