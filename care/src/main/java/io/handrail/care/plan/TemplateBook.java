package io.handrail.care.plan;

import io.handrail.care.clinic.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The templates that a clinic's people saved, oldest first. */
public record TemplateBook(List<PlanTemplate> templates) {
  public static final TemplateBook EMPTY = new TemplateBook(List.of());

  /** Of one clinic, all people's together. */
  public static final int TEMPLATES_MAX = 200;

  public TemplateBook {
    templates = List.copyOf(templates);
  }

  /** Adds a template, in place of one of the same name and owner. */
  public TemplateBook with(PlanTemplate template) {
    var all = new ArrayList<PlanTemplate>();
    for (PlanTemplate known : templates) if (!same(known, template)) all.add(known);
    all.add(template);
    return all.size() > TEMPLATES_MAX ? this : new TemplateBook(all);
  }

  private static boolean same(PlanTemplate one, PlanTemplate other) {
    return one.id().equals(other.id())
        || one.owner().equals(other.owner()) && one.name().equalsIgnoreCase(other.name());
  }

  /** Takes out a template that this person saved. */
  public TemplateBook without(String id, StaffId by) {
    var left =
        templates.stream().filter(t -> !(t.id().equals(id) && t.savedBy().equals(by))).toList();
    return left.size() == templates.size() ? this : new TemplateBook(left);
  }

  public List<PlanTemplate> seenBy(StaffId staff) {
    return templates.stream().filter(t -> t.seenBy(staff)).toList();
  }

  public Optional<PlanTemplate> find(String id, StaffId staff) {
    return seenBy(staff).stream().filter(t -> t.id().equals(id)).findFirst();
  }
}
