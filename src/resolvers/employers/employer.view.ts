import { Field, ObjectType } from 'type-graphql';
import type { Employer } from '../../entities';
import type { EmployerSector, VerificationStatus } from '../../entities/vocabulary';
import { For } from '../audience';
import { EmployerSectorEnum, VerificationStatusEnum } from '../enums';
import { Node } from '../node.view';
import { encodeNodeId } from '../node-id';

@ObjectType('Employer', {
  implements: Node,
  description: 'Employer (pemberi kerja).',
  simpleResolvers: true,
})
@For('public')
export class EmployerView extends Node {
  key: string;
  regionCode: string | null;

  @For('public')
  @Field(() => String, { description: 'Name.' })
  name: string;

  @For('public')
  @Field(() => EmployerSectorEnum, { description: 'Sector.' })
  sector: EmployerSector;

  @For('public')
  @Field(() => VerificationStatusEnum, { description: 'Whether the labour office has checked it.' })
  verification: VerificationStatus;

  @For('public')
  @Field(() => Boolean, { description: 'Invented for demonstration.' })
  isDemo: boolean;
}

export function toEmployerView(employer: Employer): EmployerView {
  const { id, regionCode, name, sector, verification, isDemo } = employer;
  const global = encodeNodeId('Employer', id);
  const fields = { key: id, regionCode, name, sector, verification, isDemo };
  return Object.assign(new EmployerView(), { id: global, ...fields });
}
