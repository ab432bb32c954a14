package dev.heddle.backends;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.BlobStoreException;
import dev.heddle.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Blobs as objects of one bucket. Safe for use by many threads. */
final class S3BlobStore implements BlobStore, Backend {
  private static final int LONGEST_NAME = 1024;
  private static final int LARGEST_PAGE = 1000;

  /** Some servers change the header Content-Type, so this says it too. */
  private static final String CONTENT_TYPE = "heddle-content-type";

  private final S3Settings settings;
  private final BoundedCalls calls;
  private final S3Connection connection;

  /** Connects to nothing yet. */
  S3BlobStore(S3Settings settings) {
    this.settings = settings;
    calls = new BoundedCalls(settings.timeout());
    connection = new S3Connection(settings);
  }

  @Override
  public Optional<Blob> get(String key) {
    String name = name(key);
    return run(
        "read the blob " + key,
        s3 -> {
          try {
            return Optional.of(
                blob(s3.getObjectAsBytes(request -> request.bucket(bucket()).key(name))));
          } catch (S3Exception failure) {
            if (isMissing(failure)) return Optional.empty();
            throw failure;
          }
        });
  }

  private static Blob blob(ResponseBytes<GetObjectResponse> object) {
    String exact = object.response().metadata().get(CONTENT_TYPE);
    String contentType =
        exact == null
            ? Objects.requireNonNullElse(
                object.response().contentType(), "application/octet-stream")
            : new String(Base64.getUrlDecoder().decode(exact), StandardCharsets.US_ASCII);
    return new Blob(object.asByteArrayUnsafe(), contentType);
  }

  @Override
  public void put(String key, Blob blob) {
    String name = name(key);
    String exact =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(blob.contentType().getBytes(StandardCharsets.US_ASCII));
    RequestBody content = RequestBody.fromBytes(blob.content());
    run(
        "write the blob " + key,
        s3 ->
            s3.putObject(
                request ->
                    request
                        .bucket(bucket())
                        .key(name)
                        .contentType(headerOf(blob.contentType()))
                        .metadata(Map.of(CONTENT_TYPE, exact)),
                content));
  }

  /** The content type where it can be one, for those who read the object without this store. */
  private static String headerOf(String contentType) {
    return contentType.matches("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; *[!-~ ]*[!-~])?")
        ? contentType
        : "application/octet-stream";
  }

  @Override
  public boolean delete(String key) {
    String name = name(key);
    return run(
        "delete the blob " + key,
        s3 -> {
          // The server does not tell whether there was one.
          if (!exists(s3, name)) return false;
          s3.deleteObject(request -> request.bucket(bucket()).key(name));
          return true;
        });
  }

  private boolean exists(S3Client s3, String name) {
    try {
      s3.headObject(request -> request.bucket(bucket()).key(name));
      return true;
    } catch (S3Exception failure) {
      // An answer to HEAD has no body, so a missing bucket looks the same.
      if (failure.statusCode() == 404) return false;
      throw failure;
    }
  }

  private static boolean isMissing(S3Exception failure) {
    return failure.statusCode() == 404
        && failure.awsErrorDetails() != null
        && "NoSuchKey".equals(failure.awsErrorDetails().errorCode());
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    String begin = settings.prefix() + ObjectNames.name(prefix);
    String from = after.isEmpty() ? "" : settings.prefix() + ObjectNames.name(after);
    return run("list blobs", s3 -> page(s3, begin, from, limit)).stream()
        .map(name -> ObjectNames.key(name.substring(settings.prefix().length())))
        .toList();
  }

  private List<String> page(S3Client s3, String begin, String from, int limit) {
    List<String> names = new ArrayList<>();
    while (true) {
      String last = names.isEmpty() ? from : names.getLast();
      int most = Math.min(LARGEST_PAGE, limit - names.size());
      ListObjectsV2Response found =
          s3.listObjectsV2(
              request ->
                  request
                      .bucket(bucket())
                      .prefix(begin)
                      .startAfter(last.isEmpty() ? null : last)
                      .maxKeys(most));
      found.contents().forEach(object -> names.add(object.key()));
      if (names.size() >= limit || found.contents().isEmpty() || !found.isTruncated()) return names;
    }
  }

  private String name(String key) {
    String name = settings.prefix() + ObjectNames.name(key);
    if (name.length() <= LONGEST_NAME) return name;
    throw new IllegalArgumentException(
        "the object's name for the blob "
            + key
            + " would be longer than "
            + LONGEST_NAME
            + " bytes: shorten heddle.blobs.s3.prefix or the component's name");
  }

  private String bucket() {
    return Objects.requireNonNull(settings.bucket(), "the settings were checked");
  }

  private <T> T run(String operation, Function<S3Client, T> call) {
    try {
      return calls.call(() -> call.apply(connection.client()));
    } catch (Exception cause) {
      BlobStoreException failure =
          new BlobStoreException(
              settings + " cannot " + operation + ": " + S3Failures.words(cause));
      failure.initCause(cause);
      throw failure;
    }
  }

  @Override
  public String capability() {
    return "blobs";
  }

  @Override
  public String description() {
    return settings.toString();
  }

  @Override
  public List<Problem> settingProblems() {
    return settings.problems();
  }

  @Override
  public List<Problem> serverProblems() {
    try {
      ping();
      return List.of();
    } catch (BlobStoreException failure) {
      return S3Failures.isMissingBucket(failure.getCause()) && settings.createBucket()
          ? createBucket()
          : List.of(S3Failures.atStart(failure));
    }
  }

  private List<Problem> createBucket() {
    try {
      run("make the bucket", s3 -> s3.createBucket(request -> request.bucket(bucket())));
      return List.of();
    } catch (BlobStoreException failure) {
      return List.of(S3Failures.atStart(failure));
    }
  }

  @Override
  public void ping() {
    list("", "", 1);
  }

  @Override
  public void close() {
    connection.close();
  }
}
