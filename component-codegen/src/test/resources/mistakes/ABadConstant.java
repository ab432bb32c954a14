// expects: A default is a value of its setting: 'teal' in ABadConstant(colour). Set it to one of red, light-blue.
package mistakes;

import dev.heddle.component.ComponentSettings;
import dev.heddle.component.DefaultValue;

@ComponentSettings
record ABadConstant(
    @DefaultValue("teal") Colour colour) { // here
  enum Colour {
    RED,
    LIGHT_BLUE
  }
}
