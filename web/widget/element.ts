import { element, fill } from './dom';
import { officeOrigin } from './office';
import { createScene } from './scene';
import { ATTRIBUTES, readSettings } from './settings';
import { addStyle } from './style';
import { startWidget, type Widget } from './widget';

/** `<padan-vacancies>`: open vacancies of a labour office, to search and read on any page. */
export class PadanVacancies extends HTMLElement {
  declare private widget: Widget | null;
  declare private isStale: boolean;
  declare private place: HTMLElement;

  static get observedAttributes(): readonly string[] {
    return ATTRIBUTES;
  }

  constructor() {
    super();
    this.widget = null;
    this.isStale = false;
    const root = this.attachShadow({ mode: 'open' });
    addStyle(root);
    this.place = element('div', {});
    root.appendChild(this.place);
  }

  connectedCallback(): void {
    this.renew();
  }

  disconnectedCallback(): void {
    this.widget?.stop();
    this.widget = null;
  }

  attributeChangedCallback(_name: string, before: string | null, after: string | null): void {
    if (before !== after && this.widget !== null) this.renew();
  }

  /** Begins anew with what the attributes say, once for all that change together. */
  private renew(): void {
    if (this.isStale) return;
    this.isStale = true;
    queueMicrotask(() => {
      this.isStale = false;
      this.widget?.stop();
      this.widget = null;
      if (this.isConnected) this.start();
    });
  }

  private start(): void {
    const settings = readSettings(this);
    const origin = officeOrigin(settings.api);
    // Nobody to ask: what the page itself put into the element stays.
    if (origin === null) fill(this.place, element('slot', {}));
    else this.widget = startWidget(this.place, createScene(this, settings, origin));
  }
}
