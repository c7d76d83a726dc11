package io.handrail.care.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.mongo.StoredShelves;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameIndexTest {
  private static final ClinicId HARBOUR = new ClinicId("harbour");
  private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
  private final Shelves shelves = StoredShelves.inMemory();
  private final NameIndex index = new NameIndex(shelves);

  @BeforeEach
  void found() {
    shelves
        .clinics()
        .insert(
            HARBOUR,
            new Clinic(HARBOUR, "Harbour", ZoneId.of("UTC"), "GB", List.of(), List.of(), true));
  }

  private ClientId stored(String id, String name) {
    var client = new ClientId(HARBOUR, id);
    shelves
        .clients()
        .insert(
            client,
            new Client(
                client,
                name,
                ZoneId.of("UTC"),
                "en",
                Client.Enrolment.ACTIVE,
                AT,
                Optional.empty(),
                Optional.empty(),
                true));
    return client;
  }

  private ClientId enrolled(String id, String name) {
    ClientId client = stored(id, name);
    new Roll(shelves).enrol(client);
    return client;
  }

  private List<ClientId> find(Shelves in, String name) {
    return new NameIndex(in)
        .find(HARBOUR, name)
        .orElseThrow()
        .filter(id -> NameIndex.fits(in.clients().get(id).orElseThrow().name(), name))
        .toList();
  }

  @Test
  void a_client_is_found_by_the_first_letters_of_any_word_whatever_case_and_accents() {
    ClientId maria = enrolled("a", "María José Núñez");
    ClientId al = enrolled("b", "Al O’Neill");
    for (String name : List.of("m", "ma", "mar", "MARIA", "jose n", "nunez", "Núñez", "maría jo")) {
      assertEquals(List.of(maria), find(shelves, name), name);
    }
    assertEquals(List.of(al), find(shelves, "al"));
    assertEquals(List.of(al), find(shelves, "neill a"));
    assertEquals(List.of(), find(shelves, "aria"), "a word from its middle is not looked for");
    assertEquals(List.of(), find(shelves, "maria b"));
  }

  @Test
  void among_ten_thousand_clients_one_is_found_without_reading_the_roll() {
    String[] first = {"Ana", "Ben", "Clara", "Dmitri", "Eun", "Farid", "Greta", "Hugo", "Ines"};
    for (int n = 0; n < 10_000; n++) {
      enrolled("c" + n, first[n % first.length] + " Family" + Integer.toString(n, 36));
    }
    ClientId last = enrolled("wanted", "Zofia Quellmann");
    assertEquals(101, Roll.pages(shelves.clinics().get(HARBOUR).orElseThrow()));
    var pages = new AtomicInteger();
    Shelves watched = watched(pages);
    assertEquals(List.of(last), find(watched, "quell"));
    assertEquals(List.of(last), find(watched, "zo"));
    assertTrue(pages.get() <= 12, "pages of names that were read: " + pages);
    pages.set(0);
    assertTrue(find(watched, "greta family6").contains(new ClientId(HARBOUR, "c6")));
    assertTrue(pages.get() <= 16, "the rarer word leads: " + pages);
  }

  /** The same shelves, which count pages of names and refuse the roll. */
  private Shelves watched(AtomicInteger pages) {
    return (Shelves)
        Proxy.newProxyInstance(
            Shelves.class.getClassLoader(),
            new Class<?>[] {Shelves.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("rolls") || method.getName().equals("clinics")) {
                throw new AssertionError("the roll was read");
              }
              Object answer = answer(shelves, method, arguments);
              return method.getName().equals("names") ? counting(answer, pages) : answer;
            });
  }

  private static Object counting(Object shelf, AtomicInteger reads) {
    return Proxy.newProxyInstance(
        Shelf.class.getClassLoader(),
        new Class<?>[] {Shelf.class},
        (proxy, method, arguments) -> {
          reads.incrementAndGet();
          return answer(shelf, method, arguments);
        });
  }

  private static Object answer(Object of, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(of, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void who_was_enrolled_before_there_was_an_index_is_taken_in_when_it_is_built() {
    ClientId old = stored("old", "Rosa Gil");
    shelves.clinics().change(HARBOUR, clinic -> clinic.withClient(old));
    ClientId young = enrolled("young", "Rosa Luz");
    assertTrue(index.find(HARBOUR, "rosa").isEmpty(), "not whole: the roll must be read");
    index.build(HARBOUR);
    index.build(HARBOUR);
    assertEquals(2, find(shelves, "rosa").size());
    assertEquals(List.of(young), find(shelves, "luz"));
  }

  @Test
  void an_erased_client_is_in_no_page_and_enrolling_twice_adds_once() {
    ClientId rosa = enrolled("rosa", "Rosa Gil");
    new Roll(shelves).enrol(rosa);
    assertEquals(List.of(rosa), find(shelves, "gil"));
    new Roll(shelves).strike(rosa);
    for (String name : List.of("r", "ro", "rosa", "gil")) {
      assertFalse(index.find(HARBOUR, name).orElseThrow().anyMatch(rosa::equals), name);
    }
  }
}
