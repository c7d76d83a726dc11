package io.handrail.care.clinic;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClinic;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds clients of a clinic by the first letters of a word of their name, without reading the roll.
 * It holds ids alone, under keys that are hidden like other look-ups; the names themselves stay
 * under each client's own key, so an erased name is nowhere.
 *
 * <p>Three letters lead to everyone; one or two to the latest who fit, for there are many.
 */
public final class NameIndex {
  private static final int LETTERS = 3;
  private static final int WORDS_MAX = 6;

  /** No name has it: says that everyone enrolled before there was an index is in it by now. */
  private static final String BUILT = "!";

  private final Shelves shelves;
  private final Shelf<OfClinic<String>, NamePage> pages;

  public NameIndex(Shelves shelves) {
    this.shelves = shelves;
    this.pages = shelves.names();
  }

  /** A clinic in which nobody was enrolled yet has a whole index. */
  void beginning(Clinic clinic) {
    pages.insert(key(clinic.id(), BUILT, 0), NamePage.EMPTY);
  }

  /** Adds a client; as often as one likes. */
  public void add(Client client) {
    for (String word : words(client.name())) {
      for (int letters = 1; letters < LETTERS && letters < word.length(); letters++) {
        pages.change(
            key(client.id().clinic(), word.substring(0, letters), 0),
            NamePage.EMPTY,
            page -> page.latest(client.id()));
      }
      paged(client.id(), first(word));
    }
  }

  private void paged(ClientId client, String letters) {
    var head = key(client.clinic(), letters, 0);
    int last = pages.get(head).orElse(NamePage.EMPTY).pages() - 1;
    for (int page = last; ; page++) {
      NamePage stored =
          pages.change(key(client.clinic(), letters, page), NamePage.EMPTY, p -> p.with(client));
      if (!stored.clients().contains(client)) continue;
      int all = page + 1;
      if (page > 0) pages.change(head, NamePage.EMPTY, p -> p.paged(all));
      return;
    }
  }

  /** Takes a client out, who is erased. */
  public void strike(Client client) {
    ClinicId clinic = client.id().clinic();
    for (String word : words(client.name())) {
      for (int letters = 1; letters <= Math.min(LETTERS, word.length()); letters++) {
        String first = word.substring(0, letters);
        int all = pages.get(key(clinic, first, 0)).orElse(NamePage.EMPTY).pages();
        for (int page = 0; page < all; page++) {
          var key = key(clinic, first, page);
          if (pages.get(key).isPresent()) pages.change(key, p -> p.without(client.id()));
        }
      }
    }
  }

  /**
   * Those who may have a name with these words, the latest enrolled first; whoever asks still looks
   * at the names.
   *
   * @return empty where the index is not whole yet, and the roll must be read
   */
  public Optional<Stream<ClientId>> find(ClinicId clinic, String name) {
    if (pages.get(key(clinic, BUILT, 0)).isEmpty()) return Optional.empty();
    List<String> words = words(name);
    Optional<String> rarest =
        words.stream()
            .filter(word -> word.length() >= LETTERS)
            .map(NameIndex::first)
            .min(Comparator.comparing(letters -> head(clinic, letters).pages()));
    String letters = rarest.orElseGet(() -> words.isEmpty() ? BUILT : words.getFirst());
    int all = head(clinic, letters).pages();
    return Optional.of(
        IntStream.range(0, all)
            .map(i -> all - 1 - i)
            .mapToObj(page -> pages.get(key(clinic, letters, page)).orElse(NamePage.EMPTY))
            .flatMap(page -> page.clients().reversed().stream())
            .distinct());
  }

  private NamePage head(ClinicId clinic, String letters) {
    return pages.get(key(clinic, letters, 0)).orElse(NamePage.EMPTY);
  }

  /** True where each word that was looked for begins a word of the name. */
  public static boolean fits(String name, String wanted) {
    List<String> has = words(name);
    return words(wanted).stream().allMatch(w -> has.stream().anyMatch(h -> h.startsWith(w)));
  }

  /** Takes in everyone who was enrolled before there was an index. */
  public void build(ClinicId clinic) {
    Optional<Clinic> known = shelves.clinics().get(clinic);
    if (known.isEmpty() || pages.get(key(clinic, BUILT, 0)).isPresent()) return;
    var roll = new Roll(shelves);
    for (int page = 0; page < Roll.pages(known.get()); page++) {
      shelves.clients().get(roll.page(known.get(), page)).values().forEach(this::add);
    }
    pages.insert(key(clinic, BUILT, 0), NamePage.EMPTY);
  }

  private static String first(String word) {
    return word.length() <= LETTERS ? word : word.substring(0, LETTERS);
  }

  /** The words of a name without case and accents. */
  private static List<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>(Arrays.asList(plain.split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words.stream().limit(WORDS_MAX).toList();
  }

  private static OfClinic<String> key(ClinicId clinic, String letters, int page) {
    return new OfClinic<>(clinic, letters + "/" + page);
  }
}
