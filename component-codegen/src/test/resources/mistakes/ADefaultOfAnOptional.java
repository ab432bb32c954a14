// expects: An optional setting has no default: '1' in ADefaultOfAnOptional(most). Remove one of the two.
package mistakes;

import dev.heddle.component.ComponentSettings;
import dev.heddle.component.DefaultValue;
import java.util.Optional;

@ComponentSettings
record ADefaultOfAnOptional(
    @DefaultValue("1") Optional<Integer> most) {} // here
