package dev.heddle.boutique.front;

import org.springframework.test.context.TestPropertySource;

/** The shop with every call between components going through bytes. */
@ShopTest
@TestPropertySource(properties = "heddle.copy-local-calls=true")
final class CopyModeTest extends ModeTest {}
