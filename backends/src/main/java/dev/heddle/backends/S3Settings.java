package dev.heddle.backends;

import dev.heddle.core.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Blobs in a store that speaks Amazon's S3, when heddle.blobs.backend is s3.
 *
 * @param url Server, such as https://s3.eu-central-1.amazonaws.com or http://localhost:9000.
 * @param region Region that requests are signed for.
 * @param bucket Bucket that holds the blobs.
 * @param createBucket Whether the bucket is made when it is missing.
 * @param prefix With what the names of objects begin. Applications that share a bucket need
 *     different ones, of which none begins with another.
 * @param pathStyle Whether the bucket stands in the path of URLs and not in the name of the host.
 * @param accessKey Name of the access key.
 * @param secretKey The key's secret. Better in a file.
 * @param secretKeyFile File that holds the key's secret.
 * @param timeout Longest time that a call may take, from 1ms to 10m.
 */
@ConfigurationProperties("heddle.blobs.s3")
public record S3Settings(
    @Nullable String url,
    @DefaultValue("us-east-1") String region,
    @Nullable String bucket,
    @DefaultValue("false") boolean createBucket,
    @DefaultValue("") String prefix,
    @DefaultValue("true") boolean pathStyle,
    @Nullable String accessKey,
    @Nullable String secretKey,
    @Nullable Path secretKeyFile,
    @DefaultValue("30s") Duration timeout) {
  private static final String PREFIX = "heddle.blobs.s3";

  Passwords secret() {
    return new Passwords(PREFIX + ".secret-key", secretKey, secretKeyFile);
  }

  List<Problem> problems() {
    SettingProblems problems =
        new SettingProblems(PREFIX)
            .url("url", url, List.of("https", "http"), "https://s3.eu-central-1.amazonaws.com")
            .text("bucket", bucket, "shop-blobs")
            .text("access-key", accessKey, "AKIAIOSFODNN7EXAMPLE")
            .password(secret())
            .timeout(timeout)
            .matches(
                "prefix",
                prefix,
                "([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]*",
                "letters, digits, - and _, with single slashes between");
    if (prefix.length() > 100)
      problems.matches("prefix", prefix, "", "at most 100 characters long");
    if (secretKey == null && secretKeyFile == null) {
      problems.text("secret-key-file", null, "/run/secrets/s3");
    }
    return problems.all();
  }

  @Override
  public String toString() {
    return "S3 at " + url + ", bucket " + bucket;
  }
}
