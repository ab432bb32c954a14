/**
 * Delivers events: what keeps them ({@link dev.heddle.core.events.EventBackend}), and who hands
 * them to their subscriptions ({@link dev.heddle.core.events.EventDispatcher}). Knows nothing of
 * components; a subscription is a name here, and an event is bytes.
 */
@NullMarked
package dev.heddle.core.events;

import org.jspecify.annotations.NullMarked;
