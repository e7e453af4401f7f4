import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ApiKey } from './api-key';
import { Vacancy } from './vacancy';

/** How often a vacancy was shown and opened under a portal's key on a day; nothing leads to who looked. */
@Entity('portal_counts')
@Check('ck_portal_counts_counts', 'views >= 0 AND opens >= 0')
export class PortalCount {
  @PrimaryColumn('uuid')
  apiKeyId: string;

  @ManyToOne(() => ApiKey, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'api_key_id' })
  apiKey: ApiKey;

  /** In the office's time. */
  @PrimaryColumn('date')
  day: string;

  @Index()
  @PrimaryColumn('uuid')
  vacancyId: string;

  @ManyToOne(() => Vacancy, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'vacancy_id' })
  vacancy: Vacancy;

  /** In lists. */
  @Column('integer')
  views: number;

  /** In detail. */
  @Column('integer')
  opens: number;
}
