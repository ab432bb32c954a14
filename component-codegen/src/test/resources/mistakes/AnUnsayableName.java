// expects: An implementation's name is letters, digits and hyphens and begins with a letter: 'two words' in Kept. Write @ComponentImplementation(name = "..."), or leave it out.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class AnUnsayableName {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation(name = "two words")
  static final class Kept implements Cart {} // here
}
