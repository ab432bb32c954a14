package shop;

import java.util.Optional;

interface Lookup<K, V> {
  Optional<V> find(K key);
}
