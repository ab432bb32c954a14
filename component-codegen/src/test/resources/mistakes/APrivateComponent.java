// expects: @ComponentInterface marks an interface that generated code can name: 'private' in Hidden. Make it, and what it is nested in, at least package-private.
package mistakes;

import dev.heddle.component.ComponentInterface;

final class APrivateComponent {
  @ComponentInterface
  private interface Hidden {} // here
}
