package io.handrail.chatbot.http;

import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.record.Consent;
import java.util.Optional;

/** A client who may take part, and what every page knows of them. */
record Visit(
    Client client,
    Clinic clinic,
    Therapist therapist,
    HomeworkBook homework,
    Optional<Consent> consent,
    Frame frame) {

  ClientId id() {
    return client.id();
  }

  String language() {
    return frame.language();
  }

  /** True while the client agrees to the text as it is now. */
  boolean agreed() {
    return consent
        .filter(Consent::stands)
        .map(Consent::version)
        .filter(Agreement.VERSION::equals)
        .isPresent();
  }

  <P> Shown<P> show(String place, P page) {
    return new Shown<>(frame.at(place), page);
  }
}
