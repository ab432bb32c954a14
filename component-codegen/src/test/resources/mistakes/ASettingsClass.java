// expects: @ComponentSettings marks a record without type parameters that its package can name: the class in ASettingsClass. Make it such a record, at least package-private.
package mistakes;

import dev.heddle.component.ComponentSettings;

@ComponentSettings
final class ASettingsClass {} // here
