// expects: @Subscribe speaks of a method of a component interface: a method of the class ASubscribingClass in ASubscribingClass.on. Move it to the interface's method.
package mistakes;

import dev.heddle.component.Subscribe;

public final class ASubscribingClass {
  @Subscribe
  public void on(String event) {} // here
}
