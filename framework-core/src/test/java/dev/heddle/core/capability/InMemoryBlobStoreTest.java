package dev.heddle.core.capability;

import dev.heddle.component.capability.BlobStore;

class InMemoryBlobStoreTest extends BlobStoreContract {
  private final InMemoryBlobStore store = new InMemoryBlobStore();

  @Override
  BlobStore shared() {
    return store;
  }
}
