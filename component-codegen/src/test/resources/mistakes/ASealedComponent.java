// expects: @ComponentInterface marks an interface that generated code may implement: 'sealed' in ASealedComponent. Remove 'sealed'.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public sealed interface ASealedComponent { // here
  final class Only implements ASealedComponent {}
}
