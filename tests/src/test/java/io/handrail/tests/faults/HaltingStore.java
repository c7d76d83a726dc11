package io.handrail.tests.faults;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.conversation.Turns;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The store with a switch: when armed, the Java machine halts before the n-th write, without a
 * goodbye, as kill -9 would end it. Reads change nothing on disk, so between two writes there is
 * only one state to be found in; halting before each write, and after the last, meets them all.
 */
final class HaltingStore {
  private static final Set<String> WRITES =
      Set.of("insert", "change", "remove", "open", "append", "close");
  private final Shelves shelves;
  private final Map<String, Object> wrapped = new ConcurrentHashMap<>();
  private int writes;
  private int haltBefore;

  HaltingStore(Shelves shelves) {
    this.shelves = shelves;
  }

  /**
   * Counts anew.
   *
   * @param haltBefore the write that is not to happen, from 1; 0 lets all happen
   */
  synchronized void arm(int haltBefore) {
    this.writes = 0;
    this.haltBefore = haltBefore;
  }

  synchronized int writes() {
    return writes;
  }

  private synchronized void write() {
    writes++;
    if (writes == haltBefore) Runtime.getRuntime().halt(9);
  }

  Shelves watched() {
    return proxy(
        Shelves.class,
        (method, arguments) ->
            wrapped.computeIfAbsent(
                method.getName(), name -> wrap(call(shelves, method, arguments))));
  }

  private Object wrap(Object store) {
    if (store instanceof Turns turns) return counting(Turns.class, turns);
    if (store instanceof Shelf<?, ?> shelf) return counting(Shelf.class, shelf);
    return store;
  }

  private <T> T counting(Class<T> type, Object store) {
    return proxy(
        type,
        (method, arguments) -> {
          if (WRITES.contains(method.getName())) write();
          return call(store, method, arguments);
        });
  }

  private interface Call {
    Object of(Method method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.of(method, arguments)));
  }

  private static Object call(Object target, Method method, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException fault) throw fault;
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
