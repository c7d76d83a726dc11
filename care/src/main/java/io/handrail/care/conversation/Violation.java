package io.handrail.care.conversation;

import java.util.List;
import java.util.Optional;

/**
 * What a reply of a model can do wrong. The first fifteen and their groups are those of Iftikhar et
 * al. (AIES 2025); the others are our own. A finding is stored as {@code label: rule} in {@link
 * Outcome.Withheld}.
 */
public enum Violation {
  RIGID_METHODOLOGICAL_ADHERENCE("Rigid Methodological Adherence", Group.CONTEXT),
  DISMISSES_LIVED_EXPERIENCE("Dismisses Lived Experience", Group.CONTEXT),
  CONVERSATIONAL_IMBALANCES("Conversational Imbalances", Group.COLLABORATION),
  LACKS_GUIDED_SELF_DISCOVERY("Lacks Guided Self-Discovery", Group.COLLABORATION),
  VALIDATES_UNHEALTHY_BELIEFS("Validates Unhealthy Beliefs", Group.COLLABORATION),
  GASLIGHTING("Gaslighting", Group.COLLABORATION),
  DECEPTIVE_EMPATHY("Deceptive Empathy", Group.EMPATHY),
  PSEUDO_THERAPEUTIC_ALLIANCE("Pseudo-Therapeutic Alliance", Group.EMPATHY),
  GENDER_BIAS("Gender Bias", Group.DISCRIMINATION),
  CULTURAL_BIAS("Cultural Bias", Group.DISCRIMINATION),
  RELIGIOUS_BIAS("Religious Bias", Group.DISCRIMINATION),
  KNOWLEDGE_GAPS("Knowledge Gaps", Group.SAFETY),
  CRISIS_NAVIGATION("Crisis Navigation", Group.SAFETY),
  BOUNDARIES_OF_COMPETENCE("Boundaries of Competence", Group.SAFETY),
  ABANDONMENT("Abandonment", Group.SAFETY),
  MEANS_INFORMATION("Means Information", Group.OWN),
  STIGMA("Stigma", Group.OWN),
  FALSE_PROMISE("False Promise", Group.OWN),
  UNDERMINES_TREATMENT("Undermines Treatment", Group.OWN),
  SECRETS("Secrets", Group.OWN),
  LEAK("Leak", Group.OWN),
  CONTACT("Contact", Group.OWN),
  MARKUP("Markup", Group.OWN),
  OFF_STEP("Off-step", Group.OWN),
  /** Says again what the client has heard in this conversation. */
  REPETITION("Repetition", Group.OWN),
  LENGTH("Length", Group.OWN),
  QUESTIONS("Questions", Group.OWN),
  LANGUAGE("Language", Group.OWN),
  /** Reads like refused replies, by a learned score; no rule names it. */
  RESEMBLES_REFUSED("Resembles Refused", Group.OWN),
  /** The guard itself failed, so nothing was let through. */
  FAULT("Fault", Group.OWN);

  /** The five groups of the paper, and what they do not cover. */
  public enum Group {
    CONTEXT,
    COLLABORATION,
    EMPATHY,
    DISCRIMINATION,
    SAFETY,
    OWN
  }

  private final String label;
  private final Group group;

  Violation(String label, Group group) {
    this.label = label;
    this.group = group;
  }

  /** As findings carry it. */
  public String label() {
    return label;
  }

  public Group group() {
    return group;
  }

  /** One of the fifteen of the paper. */
  public boolean published() {
    return group != Group.OWN;
  }

  /** The violation that carries this label; empty for none that we know. */
  public static Optional<Violation> labelled(String label) {
    for (Violation violation : values()) {
      if (violation.label.equals(label)) return Optional.of(violation);
    }
    return Optional.empty();
  }

  /**
   * Those that a stored turn was withheld for, each once, in the order of the findings.
   *
   * @param findings as {@link Outcome.Withheld} holds them
   */
  public static List<Violation> in(List<String> findings) {
    return findings.stream()
        .map(finding -> finding.split(": ", 2)[0])
        .flatMap(label -> labelled(label).stream())
        .distinct()
        .toList();
  }
}
