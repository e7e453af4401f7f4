import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { PartWeights } from '../../matching/core/facts';
import { LEAST_WEIGHT_BP, MOST_WEIGHT_BP, ORDINARY_PARTS } from '../../matching/core/parts';
import { For } from '../audience';

/** A weight from half to double; 10,000 when it is not given. */
const WeightField = (description: string) => (target: object, key: string) => {
  for (const decorate of [IsOptional(), IsInt(), Min(LEAST_WEIGHT_BP), Max(MOST_WEIGHT_BP)]) {
    decorate(target, key);
  }
  Field(() => Int, { defaultValue: ORDINARY_PARTS.competency, description })(target, key);
};

@InputType('PartWeightsInput', {
  description: 'What the parts of the score weigh: each 5,000 (half) to 20,000 (double).',
})
@For('employer')
export class PartWeightsInput implements PartWeights {
  @WeightField('Competencies and work done in the occupation.')
  competency: number;

  @WeightField('Experience; multiplies the weight of the requirement, within the same bounds.')
  experience: number;

  @WeightField('Distance.')
  distance: number;

  @WeightField('Education; multiplies the weight of the requirement, within the same bounds.')
  education: number;

  @WeightField('Form of employment and start.')
  availability: number;
}
