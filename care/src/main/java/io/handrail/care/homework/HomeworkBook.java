package io.handrail.care.homework;

import io.handrail.care.homework.Homework.Status;
import io.handrail.care.protocol.Approval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All homework of one client, newest first. */
public record HomeworkBook(List<Homework> items) {
  public static final HomeworkBook EMPTY = new HomeworkBook(List.of());

  public HomeworkBook {
    items = List.copyOf(items);
  }

  public Optional<Homework> find(String id) {
    return items.stream().filter(h -> h.id().equals(id)).findFirst();
  }

  /**
   * Adds a piece. A piece of the same id, or the same task of the same exercise, is left as it is:
   * adding again changes nothing, nor does an exercise that was taken up again and ended twice.
   */
  public HomeworkBook with(Homework homework) {
    if (items.stream().anyMatch(homework::sameAs)) return this;
    var all = new ArrayList<Homework>();
    all.add(homework);
    all.addAll(items);
    return new HomeworkBook(all);
  }

  public HomeworkBook change(String id, UnaryOperator<Homework> step) {
    return new HomeworkBook(
        items.stream().map(h -> h.id().equals(id) ? step.apply(h) : h).toList());
  }

  public long count(Status status) {
    return items.stream().filter(h -> h.status() == status).count();
  }

  /**
   * What clinicians decided on the entries of a protocol's lists: list field to entry to decision.
   * Of several about the same entry the newest counts.
   */
  public Map<String, Map<String, Approval>> approvals(String protocol) {
    var all = new HashMap<String, Map<String, Approval>>();
    for (Homework homework : items) {
      homework
          .clears()
          .filter(c -> c.protocol().equals(protocol))
          .ifPresent(c ->
              all.computeIfAbsent(c.list(), l -> new LinkedHashMap<>())
                  .putIfAbsent(c.entry(), homework.approval()));
    }
    return all;
  }

  public long unread() {
    return items.stream().filter(Homework::unread).count();
  }
}
