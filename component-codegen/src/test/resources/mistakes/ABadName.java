// expects: A component's name is of letters and digits and begins with an upper-case letter: 'shopping-cart' in ABadName. Give another with @ComponentInterface(name = "...").
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface(name = "shopping-cart")
public interface ABadName {} // here
