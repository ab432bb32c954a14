package dev.heddle.core.capability;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.conformance.BlobStoreConformance;

class InMemoryBlobStoreTest extends BlobStoreConformance {
  private final InMemoryBlobStore store = new InMemoryBlobStore();

  @Override
  protected BlobStore store(String component) {
    return new ScopedBlobStore(store, component, LARGEST);
  }
}
