import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { type AliasRuleKind, aliasRules, oneOf } from './vocabulary';

/** How an alias that needs care may be used as evidence in a text. */
@Entity('alias_rules')
@Check('ck_alias_rules_rule', oneOf('rule', aliasRules))
export class AliasRule {
  @PrimaryColumn('text')
  alias: string;

  @Column('text')
  rule: AliasRuleKind;

  @Column('text', { array: true })
  competencyIds: string[];

  @Column('text', { array: true })
  occupationIds: string[];

  @Column('text')
  note: string;
}
