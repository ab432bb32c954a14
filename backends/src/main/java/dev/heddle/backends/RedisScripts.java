package dev.heddle.backends;

import java.nio.charset.StandardCharsets;

/**
 * The writes, each one step for the server: a hash holds the values, a sorted set the keys in the
 * order of their bytes. KEYS are these two, ARGV begins with the key.
 */
enum RedisScripts {
  PUT(
      """
      redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
      redis.call('ZADD', KEYS[2], 0, ARGV[1])
      return 1
      """),
  DELETE(
      """
      redis.call('ZREM', KEYS[2], ARGV[1])
      return redis.call('HDEL', KEYS[1], ARGV[1])
      """),
  CREATE(
      """
      if redis.call('HSETNX', KEYS[1], ARGV[1], ARGV[2]) == 0 then return 0 end
      redis.call('ZADD', KEYS[2], 0, ARGV[1])
      return 1
      """),
  REPLACE(
      """
      if redis.call('HGET', KEYS[1], ARGV[1]) ~= ARGV[2] then return 0 end
      redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
      return 1
      """);

  private final byte[] text;

  RedisScripts(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  byte[] text() {
    return text.clone();
  }
}
