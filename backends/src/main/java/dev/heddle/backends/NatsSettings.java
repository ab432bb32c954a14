package dev.heddle.backends;

import dev.heddle.core.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Events in NATS JetStream, when heddle.events.backend is nats.
 *
 * @param url Server, such as nats://events.internal:4222; tls for TLS. Of a cluster, any server.
 * @param user User, if the server asks for one.
 * @param password Password. Better in a file.
 * @param passwordFile File that holds the password.
 * @param credentialsFile File of credentials, in place of user and password.
 * @param timeout Longest time that a call may take, from 1ms to 10m.
 * @param lease How long after the death of the process that delivers another one takes over, from
 *     2s to 10m.
 * @param prefix With what the names of Heddle's streams and subjects begin. Applications that share
 *     a server need different ones.
 * @param replicas On how many servers of a cluster each event is kept; 1, 3 or 5.
 * @param checkAtStart Whether the application starts only when the server answers.
 */
@ConfigurationProperties("heddle.events.nats")
public record NatsSettings(
    @Nullable String url,
    @DefaultValue("") String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    @Nullable Path credentialsFile,
    @DefaultValue("2s") Duration timeout,
    @DefaultValue("15s") Duration lease,
    @DefaultValue("heddle") String prefix,
    @DefaultValue("1") int replicas,
    @DefaultValue("true") boolean checkAtStart) {
  private static final String PREFIX = "heddle.events.nats";

  Passwords passwords() {
    return new Passwords(PREFIX + ".password", password, passwordFile);
  }

  List<Problem> problems() {
    return new SettingProblems(PREFIX)
        .url("url", url, List.of("nats", "tls"), "nats://localhost:4222")
        .password(passwords())
        .readable("credentials-file", credentialsFile)
        .timeout(timeout)
        .between("lease", lease, Duration.ofSeconds(2), Duration.ofMinutes(10), "from 2s to 10m")
        .matches("prefix", prefix, "[A-Za-z0-9_-]{1,50}", "1 to 50 letters, digits, _ and -")
        .matches("replicas", String.valueOf(replicas), "[135]", "1, 3 or 5")
        .all();
  }

  @Override
  public String toString() {
    return "NATS at " + url;
  }
}
