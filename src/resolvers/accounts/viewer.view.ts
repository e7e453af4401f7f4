import { Field, ObjectType } from 'type-graphql';
import { accessLevels } from '../../services/accounts/list-roles';
import { For } from '../audience';
import { enumOf } from '../enums';

export const AccessLevelEnum = enumOf(
  'AccessLevel',
  accessLevels,
  'As what somebody reaches things that not everybody reaches.',
  {
    EMPLOYER: 'Member of an employer',
    RECRUITER: 'Mandated by an employer',
    SELF: 'Somebody who looks for work',
    FACILITATOR: 'Helps people inside a region (pendamping)',
    ULD_OFFICER: 'Officer of the disability service unit',
  },
);

@ObjectType('Viewer', { description: 'Who is signed in.', simpleResolvers: true })
@For('employer', 'candidate', 'office')
export class ViewerView {
  @For('employer', 'candidate', 'office')
  @Field(() => String, { description: 'Name of the account.' })
  displayName: string;
}
