package dev.heddle.component.capability;

/** What stands behind a {@link BlobStore} failed: a full disk, a damaged file, an outage. */
public final class BlobStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what failed, for whoever runs the application. */
  public BlobStoreException(String message) {
    super(message);
  }
}
