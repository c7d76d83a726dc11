package io.handrail.care.conversation;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Run;
import java.util.List;
import java.util.Optional;

/**
 * What a turn would have done, had its reply not waited for a person.
 *
 * @param lines what the client would have been shown
 * @param run where the exercise would stand after it
 * @param happened what it would have brought about
 * @param because why no model spoke, as in {@link Outcome.Scripted}; empty where one did
 * @param model the model that phrased it, or whose draft was refused
 * @param refused the draft that the guard refused; the lines are then the script's
 * @param findings what the guard found, a line each
 */
public record Proposal(
    List<Line> lines,
    Optional<Run> run,
    List<Happening> happened,
    Optional<String> because,
    Optional<String> model,
    Optional<String> refused,
    List<String> findings) {
  public Proposal {
    lines = List.copyOf(lines);
    happened = List.copyOf(happened);
    findings = List.copyOf(findings);
  }
}
