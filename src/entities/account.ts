import { Column, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Who a token stands for; what the account may do comes from its memberships. */
@Entity('accounts')
@Unique(['issuer', 'subject'])
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text')
  issuer: string;

  @Column('text')
  subject: string;

  @Column('text')
  displayName: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
