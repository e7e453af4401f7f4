import { Extensions } from 'type-graphql';

/** Where `@SizedByParent` keeps its mark among a field's extensions. */
export const SIZED_BY_PARENT_EXTENSION = 'sizedByParent';

/** A list as long as the `first` of the field above it says: the price multiplies here. */
export const SizedByParent = () => Extensions({ [SIZED_BY_PARENT_EXTENSION]: true });
