// expects: @ComponentInterface marks an interface: the class AMarkedClass in AMarkedClass. Mark the interface that it implements.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public class AMarkedClass {} // here
