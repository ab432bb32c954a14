// expects: An implementation that can run in a sandbox asks for components and capabilities: mistakes.UnmarkedSettings.Limits in Kept(limits). If it holds the component's settings, mark it @ComponentSettings.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class UnmarkedSettings {
  @ComponentInterface
  interface Cart {}

  record Limits() {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(Limits limits) {} // here
  }
}
