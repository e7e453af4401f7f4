import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a consumer of the change stream has come. */
@Entity('consumer_cursors')
export class ConsumerCursor {
  @PrimaryColumn('text')
  name: string;

  @Column('bigint')
  seq: string;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
