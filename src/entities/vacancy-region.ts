import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Region } from './region';
import { Vacancy } from './vacancy';

/** A place of the vacancy: the area whose people it addresses; `ID` = the whole nation. */
@Entity('vacancy_regions')
export class VacancyRegion {
  @PrimaryColumn('uuid')
  vacancyId: string;

  @Index()
  @PrimaryColumn('text')
  regionCode: string;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'region_code' })
  region: Region;
}
