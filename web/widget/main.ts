import { PadanVacancies } from './element';

const NAME = 'padan-vacancies';

// A page may load the script twice, or have the element from elsewhere.
if ('customElements' in window && customElements.get(NAME) === undefined) {
  customElements.define(NAME, PadanVacancies);
}
