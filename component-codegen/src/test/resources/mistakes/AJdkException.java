// expects: A declared exception arrives as itself: java.io.IOException belongs to the JDK in AJdkException.put. Make it a final class of your own that is visible here, or leave it undeclared: it then arrives as a ComponentException.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AJdkException {
  void put() throws java.io.IOException; // here
}
