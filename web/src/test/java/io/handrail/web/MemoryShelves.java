package io.handrail.web;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.SessionFamily;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Accounts and sessions in memory; nothing else is kept, and asking for it fails. */
public final class MemoryShelves {
  private MemoryShelves() {}

  public static Shelves create() {
    var accounts = new MemoryShelf<String, Account>();
    var sessions = new MemoryShelf<String, SessionFamily>();
    return (Shelves)
        Proxy.newProxyInstance(
            MemoryShelves.class.getClassLoader(),
            new Class<?>[] {Shelves.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "accounts" -> accounts;
                  case "sessions" -> sessions;
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == args[0];
                  case "toString" -> "memory";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static final class MemoryShelf<K, V> implements Shelf<K, V> {
    private final Map<K, V> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<V> get(K key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public Map<K, V> get(Collection<K> keys) {
      Map<K, V> found = new LinkedHashMap<>();
      for (K key : keys) get(key).ifPresent(value -> found.put(key, value));
      return found;
    }

    @Override
    public boolean insert(K key, V value) {
      return kept.putIfAbsent(key, value) == null;
    }

    @Override
    public V change(K key, UnaryOperator<V> step) {
      while (true) {
        V now = kept.get(key);
        if (now == null) throw new Missing("value");
        V next = Objects.requireNonNull(step.apply(now));
        if (next == now || kept.replace(key, now, next)) return next;
      }
    }

    @Override
    public V change(K key, V first, UnaryOperator<V> step) {
      kept.putIfAbsent(key, first);
      return change(key, step);
    }

    @Override
    public void remove(K key) {
      kept.remove(key);
    }
  }
}
