import { dropToken, token } from './token.js';

const SILENCE = {
  rule: 'The scheduler moves components',
  found: 'It did not answer',
  remedy: 'Look at the moves once the connection is back; ./heddle run starts it again by itself',
};

/**
 * Asks for a component to be moved. Answers `{placed, refused}`: the document that says where it is
 * now, or null, and the list of reasons why it was not moved, empty when it was.
 */
export async function place(component, placement) {
  try {
    const response = await fetch('/api/place', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Heddle-Token': token() ?? '' },
      body: JSON.stringify({ component, placement }),
    });
    const document = await response.json();
    if (response.ok) return { placed: document, refused: document.refused ?? [] };
    if (response.status === 403) dropToken();
    return { placed: null, refused: [document] };
  } catch {
    return { placed: null, refused: [SILENCE] };
  }
}
