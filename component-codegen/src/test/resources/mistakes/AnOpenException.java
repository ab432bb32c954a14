// expects: A declared exception arrives as itself: mistakes.AnOpenException.Full is not final in AnOpenException.put. Make it a final class of your own that is visible here, or leave it undeclared: it then arrives as a ComponentException.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnOpenException {
  void put() throws Full; // here

  class Full extends Exception {}
}
