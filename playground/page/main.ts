import { render } from 'lit';

import { readAddress } from './address.ts';
import { app } from './app.ts';
import { suggestWith } from './box.ts';
import { focusBox } from './composer-view.ts';
import { connect } from './connection.ts';
import { defineElements } from './define-elements.ts';
import { keepFocus, watchFocus } from './keep-focus.ts';
import { followMessages } from './message-list.ts';
import { openModal } from './modal.ts';
import { noteRead } from './read-state.ts';
import { drawWith, locale, state } from './state.ts';
import { suggest } from './suggestions.ts';

defineElements();
suggestWith(suggest);
watchFocus();
const root = document.querySelector<HTMLElement>('#app');
root?.replaceChildren();
drawWith(() => {
  document.documentElement.lang = locale();
  if (root) render(app(), root);
  noteRead();
  followMessages();
  focusBox();
  openModal();
  keepFocus();
});
connect(() => {
  const { server } = state;
  if (server) readAddress(server);
});
