import { Field, Int, ObjectType } from 'type-graphql';
import type { PortalReport, ToldVacancy } from '../../services/portals/portal-report';
import { For } from '../audience';
import { connectionOf, edgeOf } from '../lists/connection';
import { VacancyView } from '../vacancies/vacancy.view';

@ObjectType('PortalCount', {
  description: 'How often something was shown at least, in steps of five; hidden when few.',
  simpleResolvers: true,
})
@For('public')
export class PortalCountView {
  @For('public')
  @Field(() => Int, {
    nullable: true,
    description:
      'A lower bound, under nine too low; null under a hidden line between five and nine.',
  })
  value: number | null;

  @For('public')
  @Field(() => String, { description: 'Such as `15+`, or `<10` where it is hidden.' })
  text: string;
}

@ObjectType('PortalVacancy', {
  description: 'What a portal showed of a vacancy.',
  simpleResolvers: true,
})
@For('public')
export class PortalVacancyView {
  vacancyKey: string;

  @For('public')
  @Field(() => PortalCountView, { description: 'How often it stood in a list.' })
  views: PortalCountView;

  @For('public')
  @Field(() => PortalCountView, { description: 'How often it was shown in detail.' })
  opens: PortalCountView;

  /** Shown by a field resolver. */
  vacancy?: VacancyView | null;
}

@ObjectType({ description: 'A vacancy in a report.', simpleResolvers: true })
@For('public')
export class PortalVacancyEdge extends edgeOf(PortalVacancyView, 'public') {}

@ObjectType({ description: 'Vacancies of a report.', simpleResolvers: true })
@For('public')
export class PortalVacancyConnection extends connectionOf(PortalVacancyEdge, 'public') {}

@ObjectType('PortalReport', {
  description: 'What was shown under a portal’s key, or under its code in links, in a month.',
  simpleResolvers: true,
})
@For('public')
export class PortalReportView {
  report: PortalReport;

  @For('public')
  @Field(() => String, { description: 'Whose key, as the office wrote it down.' })
  portalName: string;

  @For('public')
  @Field(() => String, { description: 'Its public code, for `?portal=` in links and widgets.' })
  portalCode: string;

  @For('public')
  @Field(() => String, { description: '`YYYY-MM`, days in Central Indonesian Time (WITA).' })
  month: string;

  @For('public')
  @Field(() => Boolean, { description: 'Whether the month is over, so that nothing is added.' })
  isFinal: boolean;

  @For('public')
  @Field(() => Int, {
    description: 'Sum of the views that are told, so a lower bound.',
  })
  views: number;

  @For('public')
  @Field(() => Int, {
    description: 'Sum of the opens that are told, so a lower bound.',
  })
  opens: number;
}

export function toPortalReportView(report: PortalReport): PortalReportView {
  const { name, code, month, isFinal, views, opens } = report;
  return Object.assign(new PortalReportView(), {
    ...{ report, portalName: name, portalCode: code, month, isFinal, views, opens },
  });
}

export function toPortalVacancyView({ vacancyId, views, opens }: ToldVacancy): PortalVacancyView {
  return Object.assign(new PortalVacancyView(), { vacancyKey: vacancyId, views, opens });
}
