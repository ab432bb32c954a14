// expects: A setting is a String, int, long, boolean, double, BigDecimal, Duration, URI or enum, an Optional of these, or a List<String>: java.util.Map<java.lang.String, java.lang.String> in ASettingOfAnything(names). Use one of these, and convert it in the component.
package mistakes;

import dev.heddle.component.ComponentSettings;
import java.util.Map;

@ComponentSettings
record ASettingOfAnything(
    Map<String, String> names) {} // here
