package io.handrail.tests.stage;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.conversation.Turns;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A store with somebody in between, who may delay an access, refuse it, or end the program. */
public final class Interposed {
  private static final Set<String> WRITES =
      Set.of("insert", "change", "remove", "open", "append", "close", "erase", "forget");

  private Interposed() {}

  /** Who stands in between. */
  @FunctionalInterface
  public interface Between {
    /** What the product gets for this access; usually {@link Access#through()}. */
    Object meets(Access access);
  }

  /** One access of the product to a shelf or a journal. */
  public static final class Access {
    private final Object store;
    private final Method method;
    private final Object[] arguments;

    private Access(Object store, Method method, Object[] arguments) {
      this.store = store;
      this.method = method;
      this.arguments = arguments;
    }

    /** True where something in the store may be another after it. */
    public boolean writes() {
      return WRITES.contains(method.getName());
    }

    /** Lets it happen. */
    public Object through() {
      return call(store, method, arguments);
    }
  }

  /** The same store, but that each access to what stands on it meets somebody first. */
  public static Shelves store(Shelves real, Between between) {
    Map<String, Object> wrapped = new ConcurrentHashMap<>();
    return proxy(
        Shelves.class,
        (self, method, arguments) ->
            method.getParameterCount() > 0
                ? between.meets(new Access(real, method, arguments))
                : wrapped.computeIfAbsent(
                    method.getName(), name -> wrap(call(real, method, arguments), between)));
  }

  private static Object wrap(Object store, Between between) {
    InvocationHandler meeting =
        (self, method, arguments) -> between.meets(new Access(store, method, arguments));
    if (store instanceof Turns) return proxy(Turns.class, meeting);
    return store instanceof Shelf ? proxy(Shelf.class, meeting) : store;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) {
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
