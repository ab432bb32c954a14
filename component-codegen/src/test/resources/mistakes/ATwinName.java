// expects: Generated files have names of their own: a second mistakes.ATwinName_Cart_Descriptor in ATwinName_Cart. Rename this type, or give the component another name.
package mistakes;

import dev.heddle.component.ComponentInterface;

final class ATwinName {
  @ComponentInterface
  interface Cart {}
}

@ComponentInterface(name = "Twin")
interface ATwinName_Cart {} // here
