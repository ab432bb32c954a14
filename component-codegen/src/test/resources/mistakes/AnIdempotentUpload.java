// expects: A method that takes a stream is not retried, for what was read does not come again: @Idempotent in AnIdempotentUpload.put. Remove @Idempotent, or take a List.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import dev.heddle.component.ValueStream;

@ComponentInterface
public interface AnIdempotentUpload {
  @Idempotent
  void put(ValueStream<String> orders); // here
}
