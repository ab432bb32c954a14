package dev.heddle.backends;

import dev.heddle.component.capability.BlobStoreException;
import dev.heddle.core.Problem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Failures of S3 in words. */
final class S3Failures {
  private S3Failures() {}

  static boolean isMissingBucket(@Nullable Throwable failure) {
    return "NoSuchBucket".equals(code(failure));
  }

  /** Whether the server says that another write was in the way, and to try again. */
  static boolean isConflict(Throwable failure) {
    return failure instanceof S3Exception said && said.statusCode() == 409;
  }

  /** What the server called it, empty when it did not answer. */
  private static String code(@Nullable Throwable failure) {
    if (!(failure instanceof S3Exception said) || said.awsErrorDetails() == null) return "";
    String code = said.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  static String words(Throwable failure) {
    return switch (code(failure)) {
      case "NoSuchBucket" -> "the bucket does not exist";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
          "it refuses the access key or its secret";
      case "AccessDenied" -> "the access key may not do this";
      default -> Words.of(failure);
    };
  }

  static Problem atStart(BlobStoreException failure) {
    return new Problem(
        "a backend answers at the start",
        String.valueOf(failure.getMessage()),
        isMissingBucket(failure.getCause())
            ? "Make the bucket, correct heddle.blobs.s3.bucket, or set"
                + " heddle.blobs.s3.create-bucket=true"
            : "Start the server, or correct heddle.blobs.s3.url, access-key and secret-key; with"
                + " heddle.blobs.check-at-start=false the application starts without it");
  }
}
