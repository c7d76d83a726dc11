package io.handrail.tests.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.tests.eval.FaultsEval;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A sample of {@code ./handrail eval faults}. */
class FlagsSurviveTest {
  private final FaultsEval eval = new FaultsEval();

  @Test
  void no_flag_is_lost_and_none_closes_itself_in_three_hundred_lives() {
    FaultsEval.Sum sum = eval.run(1, 300, UnaryOperator.identity());
    assertEquals(List.of(), sum.wrong());
    assertTrue(sum.kills() > 300, "programs died: " + sum.kills());
    assertTrue(sum.flags() > 600, "flags were raised: " + sum.flags());
  }

  @Test
  void a_store_that_forgets_the_queue_is_found_out() {
    FaultsEval.Sum sum = eval.run(1, 5, FlagsSurviveTest::forgetful);
    assertFalse(sum.wrong().isEmpty());
  }

  /** Says that it stored the clinic's queue, and did not. */
  private static Shelves forgetful(Shelves real) {
    return proxy(
        Shelves.class,
        (method, arguments) -> {
          Object store = method.invoke(real, arguments);
          if (!method.getName().equals("riskQueues")) return store;
          Shelf<?, ?> queues = (Shelf<?, ?>) store;
          return proxy(
              Shelf.class,
              (inner, given) ->
                  inner.getName().equals("change") && given.length == 3
                      ? given[1]
                      : inner.invoke(queues, given));
        });
  }

  private interface Call {
    Object of(java.lang.reflect.Method method, Object[] arguments)
        throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return call.of(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
