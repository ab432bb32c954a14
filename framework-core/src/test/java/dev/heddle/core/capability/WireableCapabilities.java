package dev.heddle.core.capability;

import dev.heddle.component.Capability;
import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Secrets;

/** Has the annotation processor check the built-in capabilities as it checks everybody's. */
final class WireableCapabilities {
  private WireableCapabilities() {}

  @Capability
  interface Blobs extends BlobStore {}

  @Capability
  interface Values extends KeyValueStore {}

  @Capability
  interface Web extends HttpCaller {}

  @Capability
  interface Keys extends Secrets {}
}
