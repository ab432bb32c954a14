package dev.heddle.backends;

import dev.heddle.backends.BoundedCalls.OverdueException;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.KeyValueStoreException;
import dev.heddle.component.capability.KeyValueStoreException.Effect;
import dev.heddle.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** A key-value store in one Redis database. Safe for use by many threads. */
final class RedisKeyValueStore implements KeyValueStore, Backend {
  private static final byte[] BEYOND_ALL = {'+'};

  private final RedisSettings settings;
  private final BoundedCalls calls;
  private final RedisConnections connections;
  private final byte[] values;
  private final byte[] keys;

  /** Connects to nothing yet. */
  RedisKeyValueStore(RedisSettings settings) {
    this.settings = settings;
    calls = new BoundedCalls(settings.timeout());
    connections = new RedisConnections(settings);
    values = (settings.prefix() + ":values").getBytes(StandardCharsets.UTF_8);
    keys = (settings.prefix() + ":keys").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Optional<byte[]> get(String key) {
    byte[] bytes = OrderedKeys.bytes(key);
    return read("get the key " + key, redis -> Optional.ofNullable(redis.hget(values, bytes)));
  }

  @Override
  public void put(String key, byte[] value) {
    write("put the key " + key, RedisScripts.PUT, key, value);
  }

  @Override
  public boolean delete(String key) {
    return write("delete the key " + key, RedisScripts.DELETE, key);
  }

  @Override
  public boolean compareAndSet(String key, Optional<byte[]> expected, byte[] value) {
    String operation = "compare and set the key " + key;
    return expected.isEmpty()
        ? write(operation, RedisScripts.CREATE, key, value)
        : write(operation, RedisScripts.REPLACE, key, expected.get(), value);
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    byte[] begin = OrderedKeys.bytes(prefix);
    byte[] from =
        after.compareTo(prefix) < 0 ? bound('[', begin) : bound('(', OrderedKeys.bytes(after));
    byte[] to = begin.length == 0 ? BEYOND_ALL : bound('(', OrderedKeys.end(begin));
    return read("list keys", redis -> redis.zrangeByLex(keys, from, to, 0, limit)).stream()
        .map(OrderedKeys::key)
        .toList();
  }

  private static byte[] bound(char kind, byte[] key) {
    byte[] bound = new byte[key.length + 1];
    bound[0] = (byte) kind;
    System.arraycopy(key, 0, bound, 1, key.length);
    return bound;
  }

  private <T> T read(String operation, Function<RedisClient, T> call) {
    return run(Effect.NONE, operation, () -> call.apply(connections.client()));
  }

  private boolean write(String operation, RedisScripts script, String key, byte[]... more) {
    List<byte[]> arguments = new ArrayList<>();
    arguments.add(OrderedKeys.bytes(key));
    arguments.addAll(Arrays.asList(more));
    Object done =
        run(
            Effect.UNKNOWN,
            operation,
            () -> connections.client().eval(script.text(), List.of(values, keys), arguments));
    return Long.valueOf(1).equals(done);
  }

  private <T> T run(Effect onFailure, String operation, Callable<T> call) {
    try {
      return calls.call(call);
    } catch (JedisDataException refused) {
      throw failed(Effect.NONE, operation, refused);
    } catch (OverdueException overdue) {
      connections.dropIdle();
      throw failed(onFailure, operation, overdue);
    } catch (Exception failure) {
      connections.dropIdle();
      throw failed(neverSent(failure) ? Effect.NONE : onFailure, operation, failure);
    }
  }

  private static boolean neverSent(Exception failure) {
    return failure instanceof JedisConnectionException
        && failure.getMessage() != null
        && failure.getMessage().startsWith("Failed to connect");
  }

  private KeyValueStoreException failed(Effect effect, String operation, Exception cause) {
    KeyValueStoreException failure =
        new KeyValueStoreException(
            effect, settings + " cannot " + operation + ": " + Words.of(cause));
    failure.initCause(cause);
    return failure;
  }

  @Override
  public String capability() {
    return "keyValue";
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
    return new RedisCheck(settings).problems(this::info);
  }

  private String info(String section) {
    return read("say how it keeps data", redis -> redis.info(section));
  }

  @Override
  public void ping() {
    read("answer", RedisClient::ping);
  }

  @Override
  public void close() {
    connections.close();
  }
}
