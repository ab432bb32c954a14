// expects: Only values cross a component boundary: java.util.concurrent.CompletableFuture<java.lang.String> in the result of AFuture.name. Return the value itself: calls block, and blocking is cheap on virtual threads.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AFuture {
  java.util.concurrent.CompletableFuture<String> name(); // here
}
