package io.handrail.tests.eval;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.handrail.care.conversation.Turns;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A store that fails by a seed, at any access: it does not answer for a while, it answers no more
 * after it wrote, or the program dies before or after a write, as by kill -9.
 */
final class FaultyStore {
  private static final Set<String> WRITES =
      Set.of("insert", "change", "remove", "open", "append", "close");
  private static final int OUTAGE_MOST = 25;

  /** What a power cut looks like to the code: nothing after it runs. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed", null, false, false);
    }
  }

  private final Shelves real;
  private final Random random;
  private final Map<String, Object> wrapped = new HashMap<>();
  private int oneIn;
  private int outage;
  private int kills;
  private int faults;

  FaultyStore(Shelves real, Random random) {
    this.real = real;
    this.random = random;
  }

  /**
   * @param accesses how often something goes wrong; 0 for never
   */
  void failing(int accesses) {
    oneIn = accesses;
    outage = 0;
  }

  int kills() {
    return kills;
  }

  int faults() {
    return faults;
  }

  Shelves shelves() {
    return proxy(
        Shelves.class,
        (method, arguments) ->
            wrapped.computeIfAbsent(method.getName(), n -> wrap(call(real, method, arguments))));
  }

  private Object wrap(Object store) {
    if (store instanceof Turns turns) return failing(Turns.class, turns);
    if (store instanceof Shelf<?, ?> shelf) return failing(Shelf.class, shelf);
    return store;
  }

  private <T> T failing(Class<T> type, Object store) {
    return proxy(
        type,
        (method, arguments) ->
            WRITES.contains(method.getName())
                ? write(store, method, arguments)
                : read(store, method, arguments));
  }

  private Object read(Object store, Method method, Object[] arguments) {
    if (away()) throw fault(StoreFault.Category.UNREACHABLE);
    return call(store, method, arguments);
  }

  private Object write(Object store, Method method, Object[] arguments) {
    if (away()) throw fault(StoreFault.Category.UNREACHABLE);
    if (oneIn == 0 || random.nextInt(oneIn) != 0) return call(store, method, arguments);
    switch (random.nextInt(4)) {
      case 0 -> throw killed();
      case 1 -> {
        Object unused = call(store, method, arguments);
        throw killed();
      }
      case 2 -> {
        Object unused = call(store, method, arguments);
        throw fault(StoreFault.Category.UNCERTAIN);
      }
      default -> {
        outage = random.nextInt(OUTAGE_MOST);
        throw fault(StoreFault.Category.UNREACHABLE);
      }
    }
  }

  private boolean away() {
    if (outage == 0) return false;
    outage--;
    return true;
  }

  private Killed killed() {
    kills++;
    outage = 0;
    return new Killed();
  }

  private StoreFault fault(StoreFault.Category category) {
    faults++;
    return new StoreFault(category, "by the seed");
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

  static Object call(Object target, Method method, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException fault) throw fault;
      if (e.getCause() instanceof Error end) throw end;
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
