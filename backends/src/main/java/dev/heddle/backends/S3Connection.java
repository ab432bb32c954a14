package dev.heddle.backends;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The client, made at the first use. */
final class S3Connection implements AutoCloseable {
  /** A write of a whole blob may be sent again; the timeout bounds them all. */
  private static final int ATTEMPTS = 5;

  private final S3Settings settings;
  private @Nullable S3Client client;

  S3Connection(S3Settings settings) {
    this.settings = settings;
  }

  synchronized S3Client client() {
    S3Client made = client;
    if (made == null) {
      made = make();
      client = made;
    }
    return made;
  }

  private S3Client make() {
    return S3Client.builder()
        .endpointOverride(URI.create(set(settings.url())))
        .region(Region.of(settings.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(set(settings.accessKey()), settings.secret().get())))
        .forcePathStyle(settings.pathStyle())
        // What Amazon's own store adds to the protocol, and others may not know.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.timeout())
                .socketTimeout(settings.timeout()))
        .overrideConfiguration(
            configuration ->
                configuration
                    .addExecutionInterceptor(new S3RequestsAtOnce())
                    .apiCallTimeout(settings.timeout())
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .retryOnException(S3Failures::isConflict)
                            .build()))
        .build();
  }

  private static String set(@Nullable String setting) {
    return Objects.requireNonNull(setting, "the settings were checked");
  }

  @Override
  public synchronized void close() {
    if (client != null) client.close();
  }
}
