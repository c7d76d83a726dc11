package io.handrail.care.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.StoreFault;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Value;
import io.handrail.care.review.RiskQueue;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
  private static final int SAMPLES = 200;

  static Stream<Class<?>> everything_stored() {
    return StoredTypes.all().stream();
  }

  @Test
  void the_walk_over_the_shelves_finds_what_is_stored() {
    assertTrue(StoredTypes.roots().size() >= 15, "roots: " + StoredTypes.roots());
    assertTrue(StoredTypes.all().size() >= 50, "types: " + StoredTypes.all().size());
    assertTrue(StoredTypes.all().contains(Value.Rows.class));
  }

  @ParameterizedTest
  @MethodSource("everything_stored")
  void every_stored_type_reads_back_equal(Class<?> type) {
    roundTrips(type);
  }

  private static <T> void roundTrips(Class<T> type) {
    var json = new Json<>("sample", type);
    var samples = new Samples(type.getName().hashCode());
    for (int i = 0; i < SAMPLES; i++) {
      T value = samples.any(type);
      assertEquals(value, json.read(json.write(value)));
    }
  }

  @ParameterizedTest
  @MethodSource("everything_stored")
  void no_member_of_a_sealed_family_has_a_part_called_kind(Class<?> type) {
    boolean member = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    if (!member || !type.isRecord()) return;
    assertTrue(
        Arrays.stream(type.getRecordComponents()).noneMatch(c -> c.getName().equals("kind")),
        type + " would lose its own kind");
  }

  @Test
  void a_sealed_value_is_stored_under_its_simple_name() {
    var json = new Json<>("value", Value.class);
    assertEquals(
        "{\"kind\":\"Text\",\"text\":\"mine\"}",
        new String(json.write(new Value.Text("mine")), UTF_8));
  }

  record Moves(Answer last, Map<Answer.Control, Integer> counts, List<Answer> all) {}

  @Test
  void an_enum_that_is_a_member_of_a_sealed_family_reads_back() {
    var counts = new EnumMap<Answer.Control, Integer>(Answer.Control.class);
    counts.put(Answer.Control.HINT, 3);
    var moves =
        new Moves(
            Answer.Control.BACK, counts, List.of(new Answer.Words("so"), Answer.Control.SKIP));
    var json = new Json<>("moves", Moves.class);
    assertEquals(moves, json.read(json.write(moves)));
  }

  @Test
  void an_unknown_kind_is_refused() {
    refused(Value.class, "{\"kind\":\"Song\",\"text\":\"la\"}");
    refused(Value.class, "{\"kind\":\"java.lang.Runtime\"}");
    refused(Value.class, "{\"text\":\"la\"}");
  }

  @Test
  void an_unknown_property_is_refused() {
    refused(Value.class, "{\"kind\":\"Text\",\"text\":\"la\",\"loud\":true}");
    refused(RiskQueue.class, "{\"entries\":[],\"more\":1}");
  }

  record Grown(String name, int count, Optional<String> since) {}

  @Test
  void only_an_optional_may_be_missing() {
    var json = new Json<>("grown", Grown.class);
    assertEquals(
        new Grown("a", 1, Optional.empty()),
        json.read("{\"name\":\"a\",\"count\":1}".getBytes(UTF_8)));
    refused(Grown.class, "{\"count\":1}");
    refused(Grown.class, "{\"name\":\"a\"}");
    refused(Grown.class, "{\"name\":null,\"count\":1}");
    refused(Grown.class, "{\"name\":\"a\",\"count\":\"1\"}");
    refused(Grown.class, "{\"name\":\"a\",\"count\":1.5}");
    refused(RiskQueue.class, "{}");
  }

  record Several(List<Value> values) {}

  @Test
  void a_null_is_refused_before_it_is_stored() {
    var json = new Json<>("grown", Grown.class);
    assertThrows(StoreFault.class, () -> json.write(new Grown(null, 1, Optional.empty())));
    var nested = new Json<>("several", Several.class);
    var withNull = new Several(Arrays.asList(new Value.Text("a"), new Value.Text(null)));
    assertThrows(StoreFault.class, () -> nested.write(withNull));
    assertThrows(StoreFault.class, () -> nested.write(new Several(Arrays.asList((Value) null))));
  }

  @Test
  void a_refusal_quotes_nothing_of_the_document() {
    var fault =
        assertThrows(
            StoreFault.class,
            () ->
                new Json<>("grown", Grown.class)
                    .read("{\"name\":\"canary-7\",\"count\":\"canary-8\"}".getBytes(UTF_8)));
    for (Throwable at = fault; at != null; at = at.getCause()) {
      assertFalse(String.valueOf(at.getMessage()).contains("canary"), at.toString());
    }
  }

  @Test
  void a_value_too_large_for_a_document_is_refused() {
    var json = new Json<>("value", Value.class);
    var fault =
        assertThrows(StoreFault.class, () -> json.write(new Value.Text("x".repeat((8 << 20) + 1))));
    assertEquals(StoreFault.Category.UNSTORABLE, fault.category());
  }

  private static void refused(Class<?> type, String text) {
    var fault =
        assertThrows(
            StoreFault.class, () -> new Json<>("sample", type).read(text.getBytes(UTF_8)), text);
    assertEquals(StoreFault.Category.UNREADABLE, fault.category());
  }
}
