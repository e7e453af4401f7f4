import { Field, ObjectType } from 'type-graphql';
import { For } from './audience';

@ObjectType('Viewer', { description: 'Who is signed in.', simpleResolvers: true })
@For('employer', 'candidate', 'office')
export class ViewerView {
  @For('employer', 'candidate', 'office')
  @Field(() => String, { description: 'Name of the account.' })
  displayName: string;
}
