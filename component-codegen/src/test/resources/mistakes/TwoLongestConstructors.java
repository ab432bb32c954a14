// expects: A declared exception arrives as itself: mistakes.TwoLongestConstructors.Full has no one constructor with the most parameters in TwoLongestConstructors.put. Give it one, with a parameter for each of its fields.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface TwoLongestConstructors {
  void put() throws Full; // here

  final class Full extends Exception {
    Full(String message) {}

    Full(int limit) {}
  }
}
