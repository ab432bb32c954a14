// expects: A default is a value of its setting: 'soon' in ABadDefault(keep). Set it to a duration, such as 100ms, 30s, 5m, 2h or 1d.
package mistakes;

import dev.heddle.component.ComponentSettings;
import dev.heddle.component.DefaultValue;
import java.time.Duration;

@ComponentSettings
record ABadDefault(
    @DefaultValue("soon") Duration keep) {} // here
