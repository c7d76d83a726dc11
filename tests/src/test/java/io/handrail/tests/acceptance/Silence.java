package io.handrail.tests.acceptance;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.handrail.care.conversation.Turns;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A store that can fall silent: every call fails as one does that nobody answers. */
final class Silence {
  private final Shelves shelves;
  private final Map<String, Object> wrapped = new ConcurrentHashMap<>();
  private volatile boolean fallen;

  Silence(Shelves shelves) {
    this.shelves = shelves;
  }

  void fall(boolean silent) {
    fallen = silent;
  }

  Shelves watched() {
    return proxy(
        Shelves.class,
        (self, method, arguments) -> {
          boolean getter = method.getParameterCount() == 0;
          if (!getter) return answered(shelves, method, arguments);
          return wrapped.computeIfAbsent(
              method.getName(), name -> wrap(call(shelves, method, arguments)));
        });
  }

  private Object wrap(Object store) {
    if (store instanceof Turns turns) return proxy(Turns.class, watching(turns));
    if (store instanceof Shelf<?, ?> shelf) return proxy(Shelf.class, watching(shelf));
    return store;
  }

  private InvocationHandler watching(Object store) {
    return (self, method, arguments) -> answered(store, method, arguments);
  }

  private Object answered(Object store, Method method, Object[] arguments) {
    if (fallen) throw new StoreFault(StoreFault.Category.UNREACHABLE, "nobody answers");
    return call(store, method, arguments);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object on, Method method, Object[] arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
