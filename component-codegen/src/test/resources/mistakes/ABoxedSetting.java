// expects: A setting is a String, int, long, boolean, double, BigDecimal, Duration, URI or enum, an Optional of these, or a List<String>: java.lang.Integer in ABoxedSetting(most). Use the primitive, or an Optional.
package mistakes;

import dev.heddle.component.ComponentSettings;

@ComponentSettings
record ABoxedSetting(
    Integer most) {} // here
